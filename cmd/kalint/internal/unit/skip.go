package unit

import "github.com/kalint/kalint/cmd/kalint/internal/std"

// skip reports whether the unit can be answered with empty facts before
// anything of it is read. Most units of a run are such ones.
func skip(cfg *Config) bool {
	return cfg.VetxOnly && standard(cfg)
}

// standard reports whether the unit is part of the Go distribution.
func standard(cfg *Config) bool {
	return cfg.Module == nil && cfg.ModulePath == "" && std.Has(cfg.ImportPath, cfg.Dir)
}
