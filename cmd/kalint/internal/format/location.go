package format

import (
	"net/url"
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/kalint/kalint/cmd/kalint/internal/findings"
	"github.com/kalint/kalint/cmd/kalint/internal/report"
)

// location is a part of a file.
func (r *Report) location(from, to findings.Position) *sarif.Location {
	physical := sarif.NewPhysicalLocation().WithArtifactLocation(r.artifact(from.File))
	if from.Line > 0 {
		physical.WithRegion(region(r.span(from, to)))
	}
	return sarif.NewLocation().WithPhysicalLocation(physical)
}

// artifact is a file: as seen from the repository's root, or if it is elsewhere,
// by its absolute URI.
func (r *Report) artifact(name string) *sarif.ArtifactLocation {
	path, ok := r.Root.Rel(name)
	if ok {
		u := url.URL{Path: path}
		return sarif.NewArtifactLocation().WithURI(strings.TrimPrefix(u.String(), "./")).WithURIBaseID(baseID)
	}
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // Windows: file:///C:/dir
	}
	u := url.URL{Scheme: "file", Path: path}
	return sarif.NewArtifactLocation().WithURI(u.String())
}

func region(s span) *sarif.Region {
	reg := sarif.NewRegion().WithStartLine(s.line)
	if s.col > 0 {
		reg.WithStartColumn(s.col)
	}
	if s.endLine > 0 {
		reg.WithEndLine(s.endLine).WithEndColumn(s.endCol)
	}
	return reg
}

// fix is a suggested fix, with the edits of each file together.
func (r *Report) fix(f report.Fix) *sarif.Fix {
	out := sarif.NewFix().WithDescription(sarif.NewTextMessage(f.Message))
	byFile := make(map[string]*sarif.ArtifactChange)
	for _, e := range f.Edits {
		change := byFile[e.Filename]
		if change == nil {
			change = sarif.NewArtifactChange().WithArtifactLocation(r.artifact(e.Filename))
			byFile[e.Filename] = change
			out.AddArtifactChange(change)
		}
		change.AddReplacement(r.replacement(e))
	}
	return out
}

// replacement is an edit; one that only inserts deletes an empty region.
func (r *Report) replacement(e report.Edit) *sarif.Replacement {
	file := r.Source.File(e.Filename)
	place := func(offset int) findings.Position {
		line, col := file.Position(offset)
		return findings.Position{File: e.Filename, Line: line, Col: col}
	}
	rep := sarif.NewReplacement().WithDeletedRegion(region(r.span(place(e.Start), place(e.End))))
	if e.New != "" {
		rep.WithInsertedContent(sarif.NewArtifactContent().WithText(e.New))
	}
	return rep
}
