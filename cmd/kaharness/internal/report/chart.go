package report

import (
	"bytes"
	"fmt"
	"html/template"
	"image/color"
	"math"
	"regexp"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"

	"github.com/kalint/kalint/cmd/kaharness/internal/observe"
)

// A stroke is a colour that the page gives its value, light or dark.
type stroke uint8

// The strokes, by the names of their variables in the page.
const (
	strokeBefore stroke = iota + 1
	strokeAfter
	areaBefore
	areaAfter
	strokeGrid
	strokeText
)

var strokeNames = map[stroke]string{
	strokeBefore: "before", strokeAfter: "after", areaBefore: "area-before", areaAfter: "area-after", strokeGrid: "grid", strokeText: "muted",
}

// area is the colour below a line.
func (s stroke) area() stroke { return s + areaBefore - strokeBefore }

// rgba is what the chart is drawn in, to be found again in the SVG.
func (s stroke) rgba() color.RGBA { return color.RGBA{R: uint8(s), G: 0xAB, B: 0xCD, A: 0xFF} }

// Size of a chart, in the points that the page scales.
const (
	chartWidth  = 200
	chartHeight = 116
)

// A frame is what the charts of a case have in common, under all releases of Go,
// so that one can compare them.
type frame struct{ ms, connections float64 }

// frameOf finds the frame for some runs.
func frameOf(all ...*observe.Accepts) frame {
	f := frame{ms: 1, connections: 1}
	for _, a := range all {
		if n := len(a.Timeline); n > 0 {
			f.ms = max(f.ms, millis(a, n-1))
			f.connections = max(f.connections, float64(a.Opened))
		}
	}
	return f
}

// millis is the time of a moment since the first connection.
func millis(a *observe.Accepts, i int) float64 {
	return (a.Timeline[i].At - a.Timeline[0].At).Seconds() * 1e3
}

// chart draws the connections of a run over time: as a line how many had been
// opened, as an area how many of them were open.
func chart(a *observe.Accepts, f frame, s stroke, label string) (template.HTML, error) {
	opened, open := make(plotter.XYs, 0, len(a.Timeline)+1), make(plotter.XYs, 0, len(a.Timeline)+1)
	for i, m := range a.Timeline {
		opened = append(opened, plotter.XY{X: millis(a, i), Y: float64(m.Opened)})
		open = append(open, plotter.XY{X: millis(a, i), Y: float64(m.Open())})
	}

	p := plot.New()
	p.BackgroundColor = nil
	area, err := plotter.NewLine(steps(open))
	if err != nil {
		return "", err
	}
	area.Width = 0
	area.FillColor = s.area().rgba()
	line, err := plotter.NewLine(steps(opened))
	if err != nil {
		return "", err
	}
	line.Color, line.Width = s.rgba(), vg.Points(2)
	p.Add(rules(f), area, line)
	f.axes(p)
	return svg(p, label)
}

// steps makes a line go in steps. The library's own steps leave the last one out of the area.
func steps(xys plotter.XYs) plotter.XYs {
	out := xys[:1:1]
	for i := 1; i < len(xys); i++ {
		out = append(out, plotter.XY{X: xys[i].X, Y: xys[i-1].Y}, xys[i])
	}
	return out
}

// rules are lines to read heights by.
func rules(f frame) *plotter.Grid {
	g := plotter.NewGrid()
	g.Vertical.Width = 0
	g.Horizontal = draw.LineStyle{Color: strokeGrid.rgba(), Width: vg.Points(0.75)}
	return g
}

// axes labels both axes with a few round numbers.
func (f frame) axes(p *plot.Plot) {
	p.X.Min, p.X.Max = 0, f.ms
	p.Y.Min, p.Y.Max = 0, f.connections*1.06
	p.X.Tick.Marker = ticks(f.ms, 4, " ms")
	p.Y.Tick.Marker = ticks(f.connections, 3, "")[1:] // that of X has the 0
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		axis.Width = 0
		axis.Padding = 0
		axis.Tick.Length = 0
		axis.Tick.Width = 0
		axis.Tick.Label.Color = strokeText.rgba()
		axis.Tick.Label.Font.Size = vg.Points(11)
		axis.Tick.Label.Font.Variant = "Sans"
	}
}

// ticks are round numbers from 0 to about the most, not more than n and 0. The
// last one has the unit.
func ticks(most float64, n int, unit string) plot.ConstantTicks {
	raw := most / float64(n)
	step := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, by := range []float64{1, 2, 5, 10} {
		if step*by >= raw {
			step *= by
			break
		}
	}
	step = max(step, 1)
	var out plot.ConstantTicks
	for v := 0.0; v <= most; v += step {
		out = append(out, plot.Tick{Value: v, Label: strconv.Itoa(int(v))})
	}
	out[len(out)-1].Label += unit
	return out
}

var (
	svgColor = regexp.MustCompile(`#([0-9A-Fa-f]{2})ABCD`)
	svgFont  = regexp.MustCompile(`font-family:[^;]*;font-variant:[^;]*;font-weight:[^;]*;font-style:[^;]*;?`)
	svgHead  = regexp.MustCompile(`(?s)^.*?<svg [^>]*viewBox="([^"]*)"[^>]*>`)
)

// svg draws the plot as a part of a page, which has the colours and the fonts.
func svg(p *plot.Plot, label string) (template.HTML, error) {
	canvas := vgsvg.New(chartWidth, chartHeight)
	p.Draw(draw.New(canvas))
	var buf bytes.Buffer
	if _, err := canvas.WriteTo(&buf); err != nil {
		return "", err
	}
	s := svgHead.ReplaceAllString(buf.String(),
		fmt.Sprintf(`<svg class="chart" viewBox="$1" role="img" aria-label="%s">`, template.HTMLEscapeString(label)))
	s = svgColor.ReplaceAllStringFunc(s, func(found string) string {
		n, err := strconv.ParseUint(found[1:3], 16, 8)
		if err != nil {
			return found
		}
		return "var(--" + strokeNames[stroke(n)] + ")"
	})
	s = svgFont.ReplaceAllString(s, "")
	return template.HTML(strings.TrimSpace(s)), nil
}
