package main

import "context"

// measureCold measures go vet where all is compiled and nothing vetted.
func measureCold(ctx context.Context, b *bench, all targets, rep *report) error {
	costs, err := b.cold(ctx, rep, all.cold, []string{null, noop, buildssa, bodyclose, govet, kalint})
	if err != nil {
		return err
	}
	rep.reach(row{what: "go vet, cold: CPU", rival: bodyclose, atMost: 0.30}.of(costs, cpu, seconds))
	rep.reach(row{what: "go vet, cold: CPU", rival: noop, atMost: 0.45}.of(costs, cpu, seconds))
	return nil
}

// measureLarge measures the same on a large program.
func measureLarge(ctx context.Context, b *bench, all targets, rep *report) error {
	costs, err := b.cold(ctx, rep, all.large, []string{null, noop, bodyclose, kalint})
	if err != nil {
		return err
	}
	rep.reach(row{what: "go vet, cold, large program: CPU", rival: noop, atMost: 0.45}.of(costs, cpu, seconds))
	return nil
}

// cold measures tools on a target, each time under a new key.
func (b *bench) cold(ctx context.Context, rep *report, t target, tools []string) (map[string][]cost, error) {
	dir, err := b.compiled(ctx, t)
	if err != nil {
		return nil, err
	}
	costs, err := b.rounds("cold on "+t.String(), tools, func(tool string) (cost, error) {
		return b.vetCold(ctx, dir, tool, t.pattern)
	})
	if err != nil {
		return nil, err
	}
	for _, tool := range tools {
		rep.cold.add(t.String(), tool, seconds(each(costs[tool], cpu)), seconds(each(costs[tool], wall)),
			ratios(each(costs[tool], cpu), each(costs[null], cpu)).String())
	}
	return costs, nil
}
