package suppress

import (
	"go/ast"
	"go/token"
	"path"
	"slices"
	"strings"
)

// nolints returns the lines that golangci-lint's comments silence, as it understands them: //nolint, or //nolint:NAME,... on
// a line or, above something that begins in the comment's own column, for all of that.
func nolints(fset *token.FileSet, file *ast.File) []lines {
	var own []lines
	var cols []int
	for _, g := range file.Comments {
		for _, c := range g.List {
			if names, bare, ok := named(c.Text); ok {
				own = append(own, lines{file, line(fset, g.Pos()), line(fset, g.End()), names, bare})
				cols = append(cols, fset.PositionFor(g.Pos(), false).Column)
			}
		}
	}
	if len(own) == 0 {
		return nil
	}
	all := own
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil {
			return true
		}
		at := fset.PositionFor(n.Pos(), false)
		for i, r := range own {
			if r.to == at.Line-1 && cols[i] == at.Column {
				r.to = max(r.to, line(fset, n.End()))
				all = append(all, r)
				break
			}
		}
		return true
	})
	return all
}

// named returns what says whether the comment means a rule, and whether it does by the rule's own name, and ok if it is one
// of golangci-lint's.
func named(text string) (names, bare func(string) bool, ok bool) {
	text = strings.TrimLeft(text, "/ ")
	rest, ok := strings.CutPrefix(text, "nolint")
	if !ok || rest != "" && rest[0] != ' ' && rest[0] != ':' {
		return nil, nil, false
	}
	list, hasNames := strings.CutPrefix(rest, ":")
	list, _, _ = strings.Cut(list, "//")
	all := strings.Split(list, ",")
	for i, name := range all {
		all[i] = strings.ToLower(strings.TrimSpace(name))
	}
	bare = func(rule string) bool { return slices.Contains(all, rule) }
	if !hasNames || strings.HasPrefix(list, "all") || slices.Contains(all, "all") {
		return func(string) bool { return true }, bare, true
	}
	names = func(rule string) bool {
		return slices.ContainsFunc(all, func(name string) bool { return isName(name, rule) })
	}
	return names, bare, true
}

// lintIgnores returns the lines that staticcheck's comments silence, as it understands them: //lint:ignore CHECK,... REASON
// on the line where what the comment belongs to begins, and //lint:file-ignore in all of the file.
func lintIgnores(fset *token.FileSet, file *ast.File) []lines {
	var all []lines
	if !slices.ContainsFunc(file.Comments, hasLint) {
		return nil
	}
	for node, groups := range ast.NewCommentMap(fset, file, file.Comments) {
		for _, g := range groups {
			for _, c := range g.List {
				names, whole, ok := lint(c.Text)
				switch {
				case !ok:
				case whole:
					all = append(all, lines{file, 1, line(fset, file.FileEnd), names, nil})
				default:
					at := line(fset, node.Pos())
					all = append(all, lines{file, at, at, names, nil})
				}
			}
		}
	}
	return all
}

func hasLint(g *ast.CommentGroup) bool {
	return slices.ContainsFunc(g.List, func(c *ast.Comment) bool { return strings.HasPrefix(c.Text, "//lint:") })
}

// lint returns what says whether the comment means a rule, whether it is for all of the file, and whether it is one of
// staticcheck's, with the reason that these must have.
func lint(text string) (names func(string) bool, whole, ok bool) {
	fields := strings.Fields(text)
	if len(fields) < 3 || fields[0] != "//lint:ignore" && fields[0] != "//lint:file-ignore" {
		return nil, false, false
	}
	checks := strings.Split(fields[1], ",")
	return func(rule string) bool {
		return slices.ContainsFunc(checks, func(check string) bool {
			if isName(check, rule) {
				return true
			}
			matches, err := path.Match(strings.ToLower(check), rule)
			return err == nil && matches
		})
	}, fields[0] == "//lint:file-ignore", true
}
