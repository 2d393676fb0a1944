package format

import (
	"net/url"
	"strings"

	"github.com/chavacava/garif"

	"github.com/kalint/kalint/cmd/kalint/internal/findings"
	"github.com/kalint/kalint/cmd/kalint/internal/report"
)

// location is a part of a file.
func (r *Report) location(from, to findings.Position) *garif.Location {
	physical := &garif.PhysicalLocation{ArtifactLocation: r.artifact(from.File)}
	if from.Line > 0 {
		physical.Region = region(r.span(from, to))
	}
	return &garif.Location{PhysicalLocation: physical}
}

// artifact is a file: as seen from the repository's root, or if it is elsewhere,
// by its absolute URI.
func (r *Report) artifact(name string) *garif.ArtifactLocation {
	path, ok := r.Root.Rel(name)
	if ok {
		u := url.URL{Path: path}
		return &garif.ArtifactLocation{Uri: strings.TrimPrefix(u.String(), "./"), UriBaseId: baseID}
	}
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // Windows: file:///C:/dir
	}
	u := url.URL{Scheme: "file", Path: path}
	return &garif.ArtifactLocation{Uri: u.String()}
}

func region(s span) *garif.Region {
	return &garif.Region{StartLine: s.line, StartColumn: s.col, EndLine: s.endLine, EndColumn: s.endCol}
}

// fix is a suggested fix, with the edits of each file together.
func (r *Report) fix(f report.Fix) *garif.Fix {
	out := &garif.Fix{Description: text(f.Message)}
	byFile := make(map[string]*garif.ArtifactChange)
	for _, e := range f.Edits {
		change := byFile[e.Filename]
		if change == nil {
			change = &garif.ArtifactChange{ArtifactLocation: r.artifact(e.Filename)}
			byFile[e.Filename] = change
			out.ArtifactChanges = append(out.ArtifactChanges, change)
		}
		change.Replacements = append(change.Replacements, r.replacement(e))
	}
	return out
}

// replacement is an edit; one that only inserts deletes an empty region.
func (r *Report) replacement(e report.Edit) *garif.Replacement {
	file := r.Source.File(e.Filename)
	place := func(offset int) findings.Position {
		line, col := file.Position(offset)
		return findings.Position{File: e.Filename, Line: line, Col: col}
	}
	rep := &garif.Replacement{DeletedRegion: region(r.span(place(e.Start), place(e.End)))}
	if e.New != "" {
		rep.InsertedContent = &garif.ArtifactContent{Text: e.New}
	}
	return rep
}
