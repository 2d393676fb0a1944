package report

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/kalint/kalint/cmd/kaharness/internal/proof"
)

// browser starts a headless Chromium, where there is one. CI must have one.
func browser(t *testing.T) context.Context {
	t.Helper()
	var exe string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			exe = found
			break
		}
	}
	if exe == "" {
		require.Empty(t, os.Getenv("CI"), "there is no Chromium")
		t.Skip("there is no Chromium")
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(exe), chromedp.UserDataDir(t.TempDir()), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-quic", true))
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), opts...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// seen is what the page's own browser tells of it.
type seen struct {
	Charts, Cards, Rows    int
	Width, ScrollWidth     int
	Total, Title, Message  string
	Ink, Paper, Line, Text string
	SmallestChart          float64
	Outside                []string
}

// look collects it.
const look = `(() => {
	const style = (selector, property) => getComputedStyle(document.querySelector(selector))[property];
	return {
		Charts: document.querySelectorAll("svg.chart path").length && document.querySelectorAll("svg.chart").length,
		Cards: document.querySelectorAll(".card").length,
		Rows: document.querySelectorAll("tbody tr").length,
		Width: innerWidth,
		ScrollWidth: document.documentElement.scrollWidth,
		Total: document.querySelector(".total b").textContent,
		Title: document.querySelector(".card h3").textContent,
		Message: document.querySelector(".messages").textContent,
		Ink: style("body", "color"),
		Paper: style("body", "backgroundColor"),
		Line: style(".panel.before svg path[style*='stroke:var(--before)']", "stroke"),
		Text: style("svg.chart text", "fill"),
		SmallestChart: Math.min(...[...document.querySelectorAll("svg.chart")].map(e => e.getBoundingClientRect().width)),
		Outside: [...document.querySelectorAll("script,[src],[href]")].map(e => e.outerHTML),
	};
})()`

// TestPage looks at the page as a reader does: light and dark, wide and narrow.
func TestPage(t *testing.T) {
	ctx := browser(t)
	name := filepath.Join(t.TempDir(), "page.html")
	require.NoError(t, WritePage(name, some(), proof.Load{}))
	papers := make(map[string]bool)
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{1400, 400} {
			require.NoError(t, chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate("file://"+name)))
			_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
				Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
			})
			require.NoError(t, err)
			s, err := chromedp.Run(ctx, chromedp.Evaluate[seen](look))
			require.NoError(t, err)
			assert.Equal(t, 5, s.Charts, "two of each fix, and one where nothing is wrong")
			assert.Equal(t, 4, s.Cards)
			assert.Equal(t, 4, s.Rows)
			assert.Equal(t, "92 → 11", s.Total)
			assert.Equal(t, "<Never> & nowhere", s.Title)
			assert.Equal(t, "line 7: <script>alert(1)</script>", s.Message)
			assert.LessOrEqual(t, s.ScrollWidth, s.Width, "%s at %d: it is too wide", scheme, width)
			assert.Greater(t, s.SmallestChart, 120.0, "%s at %d", scheme, width)
			assert.Empty(t, s.Outside, "the page needs nothing else")
			for _, c := range []string{s.Ink, s.Paper, s.Line, s.Text} {
				assert.Regexp(t, `^rgba?\(`, c)
				assert.NotEqual(t, "rgb(0, 0, 0)", c, "a colour has no value")
			}
			assert.NotEqual(t, s.Ink, s.Paper)
			papers[s.Paper] = true
		}
	}
	assert.Len(t, papers, 2, "light and dark are the same")
}
