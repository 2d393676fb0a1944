package toolchain

import "runtime/debug"

// Version is the version of kalint's module, or devel and the commit.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "devel"
	}
	self := Self(info)
	if self != nil && self.Version != "" && self.Version != "(devel)" {
		return self.Version
	}
	version := "devel"
	if self != &info.Main {
		return version
	}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			version += " " + s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			version += " (modified)"
		}
	}
	return version
}
