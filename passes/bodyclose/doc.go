// Package bodyclose defines an analyzer that finds response bodies that some path does not close.
//
// # Analyzer bodyclose
//
// bodyclose: report HTTP response bodies that some path does not close
package bodyclose
