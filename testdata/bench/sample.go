package main

import (
	"fmt"
	"slices"

	"golang.org/x/perf/benchmath"
)

// A summary is a median with the least and the most.
type summary struct{ median, least, most float64 }

func summarize(values []float64) summary {
	s := benchmath.NewSample(slices.Clone(values), &benchmath.DefaultThresholds)
	return summary{benchmath.AssumeNothing.Summary(s, 0.95).Center, s.Values[0], s.Values[len(s.Values)-1]}
}

func median(values []float64) float64 { return summarize(values).median }

// ratios summarizes what a is of b, run by run.
func ratios(a, b []float64) summary {
	var r []float64
	for i := range a {
		r = append(r, a[i]/b[i])
	}
	return summarize(r)
}

func (s summary) format(verb, unit string) string {
	text := fmt.Sprintf(verb+unit, s.median)
	if s.least == s.most {
		return text
	}
	return text + fmt.Sprintf(" ("+verb+"–"+verb+")", s.least, s.most)
}

// String is how a ratio is written.
func (s summary) String() string { return s.format("%.2f", "") }

// How values are written that are seconds, or MiB.
func seconds(values []float64) string   { return summarize(values).format("%.2f", " s") }
func mebibytes(values []float64) string { return summarize(values).format("%.0f", " MiB") }
func milliseconds(values []float64) string {
	ms := make([]float64, len(values))
	for i, v := range values {
		ms[i] = 1000 * v
	}
	return summarize(ms).format("%.1f", " ms")
}
