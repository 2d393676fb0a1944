package main

import "context"

// measureCold measures go vet where all is compiled and nothing vetted.
func measureCold(ctx context.Context, b *bench, all targets, rep *report) error {
	costs, err := b.coldTable(ctx, rep, all.cold, []string{null, noop, buildssa, bodyclose, govet, kalint})
	if err != nil {
		return err
	}
	rep.reach(row{what: "go vet, cold: CPU", rival: bodyclose, atMost: 0.30}.of(costs, cpu, seconds))
	rep.reach(row{what: "go vet, cold: CPU", rival: noop, atMost: 0.45}.of(costs, cpu, seconds))
	return nil
}

// measureLarge measures the same on a large program.
func measureLarge(ctx context.Context, b *bench, all targets, rep *report) error {
	costs, err := b.coldTable(ctx, rep, all.large, []string{null, noop, bodyclose, kalint})
	if err != nil {
		return err
	}
	rep.reach(row{what: "go vet, cold, large program: CPU", rival: noop, atMost: 0.45}.of(costs, cpu, seconds))
	return nil
}

// coldTable measures tools on a target and puts them into the table.
func (b *bench) coldTable(ctx context.Context, rep *report, t target, tools []string) (map[string][]cost, error) {
	costs, err := b.cold(ctx, t, tools)
	if err != nil {
		return nil, err
	}
	for _, tool := range tools {
		rep.cold.add(t.String(), tool, seconds(each(costs[tool], cpu)), seconds(each(costs[tool], wall)),
			ratios(each(costs[tool], cpu), each(costs[null], cpu)).String())
	}
	return costs, nil
}

// cold measures tools on a target, fresh in each run. A target that has been measured
// is not measured again.
func (b *bench) cold(ctx context.Context, t target, tools []string) (map[string][]cost, error) {
	if costs := b.colds[t.String()]; costs != nil {
		return costs, nil
	}
	dir, err := b.compiled(ctx, t)
	if err != nil {
		return nil, err
	}
	costs, err := b.rounds("cold on "+t.String(), tools, func(tool string) (cost, error) {
		return b.vetCold(ctx, dir, tool, t.pattern)
	})
	b.colds[t.String()] = costs
	return costs, err
}
