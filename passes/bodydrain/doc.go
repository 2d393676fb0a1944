// Package bodydrain defines an analyzer that finds response bodies that are closed before they were read to their end.
package bodydrain
