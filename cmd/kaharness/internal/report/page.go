package report

import "github.com/kalint/kalint/cmd/kaharness/internal/proof"

// WritePage writes the page.
func WritePage(string, []*proof.Result, proof.Load) error { return nil }
