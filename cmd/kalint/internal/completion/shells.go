package completion

import "strings"

// bashValued is a case for a flag whose value may be the next word.
func bashValued(f Flag) string {
	if f.Bool {
		return ""
	}
	return "\t\t-" + f.Name + ") flag=$prev ;;"
}

// bashFlag is a case that completes a flag's value.
func bashFlag(f Flag) string {
	how := ""
	switch {
	case len(f.Values) > 0:
		how = `-W $'` + strings.Join(f.Values, `\n`) + `'`
	case f.Kind == Dir:
		how = "-d"
	case f.Kind == File:
		how = "-f"
	case f.Kind == Revision:
		how = `-W "HEAD"$'\n'"$(git for-each-ref --format='%(refname:short)' 2>/dev/null)"`
	default:
		return ""
	}
	s := "\t-" + f.Name + ")\n"
	if f.Kind == Dir || f.Kind == File {
		s += "\t\ttype compopt &>/dev/null && compopt -o filenames\n"
	}
	return s + "\t\tCOMPREPLY=($(compgen -P \"$prefix\" " + how + " -- \"$cur\"))\n\t\treturn\n\t\t;;"
}

// zshFlag is a specification for _arguments.
func zshFlag(f Flag) string {
	action, kind, sep := " ", string(f.Kind), ":"
	switch {
	case len(f.Values) > 0:
		action = "(" + strings.Join(f.Values, " ") + ")"
	case f.Kind == Dir:
		action = "_files -/"
	case f.Kind == File:
		action = "_files"
	case f.Kind == Revision:
		action = "_kalint_revisions"
	}
	if kind == "" {
		kind = "value"
	}
	name := "-" + f.Name + "="
	if f.Bool {
		name, sep = name+"-", "::"
	}
	return "\t\t'" + name + "[" + zshEscape.Replace(f.Usage) + "]" + sep + kind + ":" + action + "' \\"
}

// fishFlag is a command that declares a flag.
func fishFlag(f Flag) string {
	s := "complete -c kalint -n 'not __fish_seen_subcommand_from " + strings.Join(commands, " ") + "' -o "
	if len(f.Name) == 1 {
		s = strings.TrimSuffix(s, "o ") + "s "
	}
	s += f.Name
	switch {
	case f.Bool:
	case len(f.Values) > 0:
		s += " -x -a " + fishQuote(strings.Join(f.Values, " "))
	case f.Kind == Dir:
		s += " -x -a '(__fish_complete_directories)'"
	case f.Kind == File:
		s += " -r -F"
	case f.Kind == Revision:
		s += ` -x -a 'HEAD (git for-each-ref --format="%(refname:short)" 2>/dev/null)'`
	default:
		s += " -x"
	}
	return s + " -d " + fishQuote(f.Usage)
}

// zshEscape makes text for a part of an _arguments specification.
var zshEscape = strings.NewReplacer(`\`, `\\`, ":", `\:`, "[", `\[`, "]", `\]`, "'", `'\''`)

func fishQuote(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(s) + "'"
}
