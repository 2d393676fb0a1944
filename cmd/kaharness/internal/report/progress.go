package report

import (
	"os"
	"sync"
	"time"

	"github.com/jedib0t/go-pretty/v6/progress"
	"github.com/mattn/go-isatty"

	"github.com/kalint/kalint/cmd/kaharness/internal/proof"
)

// A Progress shows on a terminal how far a suite has come.
type Progress struct {
	bars    progress.Writer // nil where there is no terminal
	tracker *progress.Tracker
	once    sync.Once
	done    chan struct{}
}

// NewProgress shows nothing unless f is a terminal.
func NewProgress(f *os.File) *Progress {
	p := &Progress{done: make(chan struct{})}
	if !isatty.IsTerminal(f.Fd()) || os.Getenv("TERM") == "dumb" {
		return p
	}
	p.bars = progress.NewWriter()
	p.bars.SetOutputWriter(f)
	p.bars.SetAutoStop(false)
	p.bars.SetMessageLength(52)
	p.bars.SetTrackerLength(20)
	p.bars.SetUpdateFrequency(50 * time.Millisecond)
	style := progress.StyleBlocks
	style.Options.Separator = " "
	style.Options.PercentFormat = "%3.0f%%"
	style.Options.TimeInProgressPrecision = 100 * time.Millisecond
	style.Visibility.Value, style.Visibility.ETAOverall = false, false
	p.bars.SetStyle(style)
	return p
}

// Step shows a step.
func (p *Progress) Step(now proof.Progress) {
	if p.bars == nil {
		return
	}
	if p.tracker == nil || now.Done == 0 {
		p.finish()
		p.tracker = &progress.Tracker{RemoveOnCompletion: true, Total: int64(now.Total)}
		p.bars.AppendTracker(p.tracker)
		p.once.Do(func() { go p.render() })
	}
	p.tracker.UpdateMessage(now.Doing)
	p.tracker.SetValue(int64(min(now.Done, now.Total-1)))
}

// render draws until it is told to stop.
func (p *Progress) render() {
	defer close(p.done)
	p.bars.Render()
}

// finish ends the bar of one Go.
func (p *Progress) finish() {
	if p.tracker != nil {
		p.tracker.MarkAsDone()
	}
}

// Stop takes the bar away.
func (p *Progress) Stop() {
	if p.tracker == nil {
		return
	}
	p.finish()
	p.bars.Stop()
	<-p.done
}
