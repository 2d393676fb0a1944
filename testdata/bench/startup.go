package main

import "context"

// starts is how often a program is started in a run.
const starts = 50

// measureStartup measures kalint version, beside a program that prints a line.
func measureStartup(ctx context.Context, b *bench, _ targets, rep *report) error {
	args := map[string]string{null: "-V=full", kalint: "version"}
	costs, err := b.rounds("start-up", []string{null, kalint}, func(tool string) (cost, error) {
		var every []cost
		for range starts {
			_, c, err := b.output(ctx, b.dir, nil, b.exe[tool], args[tool])
			if err != nil {
				return cost{}, err
			}
			every = append(every, c)
		}
		return cost{cpu: median(each(every, cpu)), wall: median(each(every, wall))}, nil
	})
	if err != nil {
		return err
	}
	rep.reach(row{what: "start-up: time", kalint: each(costs[kalint], wall), format: milliseconds, atMost: 0.020})
	rep.note("A Go program that does nothing but print a line starts in %s; kalint takes CPU %s.",
		milliseconds(each(costs[null], wall)), milliseconds(each(costs[kalint], cpu)))
	return nil
}

// each returns one figure of each cost.
func each(costs []cost, of func(cost) float64) []float64 {
	var values []float64
	for _, c := range costs {
		values = append(values, of(c))
	}
	return values
}
