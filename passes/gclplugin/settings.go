package gclplugin

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// object returns the keys and values of what should be a map. Nothing at all is an empty one. It goes through JSON, for
// it is not said which of Go's types golangci-lint decodes a configuration to.
func object(path string, value any) (map[string]any, error) {
	text, err := json.Marshal(value)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber() // a message shows a number as it was written
	var plain any
	if err := d.Decode(&plain); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	switch plain := plain.(type) {
	case nil:
		return nil, nil
	case map[string]any:
		return plain, nil
	}
	return nil, fmt.Errorf("%s: %s is not a map", path, text)
}

// choose returns those of all that the setting rules lists, in their own order; all of them if it is not set.
func choose(list any, all []*analysis.Analyzer) ([]*analysis.Analyzer, error) {
	if list == nil {
		return all, nil
	}
	names := make([]string, len(all))
	for i, a := range all {
		names[i] = a.Name
	}
	items, ok := list.([]any)
	if !ok || len(items) == 0 {
		return nil, fmt.Errorf("rules: %s is not a list of rules: want some of %s", show(list), strings.Join(names, ", "))
	}
	wanted := make(map[string]bool)
	for _, item := range items {
		name, ok := item.(string)
		if !ok || !slices.Contains(names, name) {
			return nil, fmt.Errorf("rules: unknown rule %s: want some of %s", show(item), strings.Join(names, ", "))
		}
		if wanted[name] {
			return nil, fmt.Errorf("rules: %s is listed twice", show(name))
		}
		wanted[name] = true
	}
	return slices.DeleteFunc(all, func(a *analysis.Analyzer) bool { return !wanted[a.Name] }), nil
}

// setUp sets the flags of the chosen rules, which are the only settings that there may be besides rules.
func setUp(chosen []*analysis.Analyzer, settings map[string]any) error {
	byName := make(map[string]*analysis.Analyzer)
	allowed := []string{"rules"}
	for _, a := range chosen {
		if len(flags(a)) > 0 {
			byName[a.Name] = a
			allowed = append(allowed, a.Name)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(settings)) {
		if key == "rules" {
			continue
		}
		a := byName[key]
		if a == nil {
			return unknown(key, chosen, allowed)
		}
		if err := setFlags(a, key, settings[key]); err != nil {
			return err
		}
	}
	return nil
}

// unknown says why there is no setting of this name where only the allowed ones are.
func unknown(key string, chosen []*analysis.Analyzer, allowed []string) error {
	what := fmt.Sprintf("unknown setting %q", key)
	is := func(a *analysis.Analyzer) bool { return a.Name == key }
	switch {
	case slices.ContainsFunc(chosen, is):
		what = key + ": the rule has no settings"
	case slices.ContainsFunc(rules(), is):
		what = key + ": the rule is not among those that are chosen"
	}
	return fmt.Errorf("%s: want %s", what, strings.Join(allowed, ", "))
}

// setFlags sets the rule's flags to the values of a map, which stands in the settings at path.
func setFlags(a *analysis.Analyzer, path string, value any) error {
	values, err := object(path, value)
	if err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(values)) {
		f := a.Flags.Lookup(key)
		if f == nil {
			want := "there are none for " + a.Name
			if names := flags(a); len(names) > 0 {
				want = "want " + strings.Join(names, ", ")
			}
			return fmt.Errorf("%s: unknown setting %q: %s", path, key, want)
		}
		if err := set(f, values[key]); err != nil {
			return fmt.Errorf("%s: %s: %s: %w", path, key, show(values[key]), err)
		}
	}
	return nil
}

// flags lists the names of the rule's flags.
func flags(a *analysis.Analyzer) (names []string) {
	a.Flags.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	return names
}

// set sets a flag. One that is on or off takes true and false, no string that says so.
func set(f *flag.Flag, value any) error {
	if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() {
		on, ok := value.(bool)
		if !ok {
			return fmt.Errorf("want true or false")
		}
		return f.Value.Set(fmt.Sprint(on))
	}
	if s, ok := value.(string); ok {
		return f.Value.Set(s)
	}
	if v, ok := f.Value.(interface{ Values() []string }); ok {
		return fmt.Errorf("want one of %s", strings.Join(v.Values(), ", "))
	}
	return fmt.Errorf("want a string")
}

// show prints a value as it would stand in JSON.
func show(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(text)
}
