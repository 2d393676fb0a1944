// Package emptyanswer has tests whose servers send no body.
package emptyanswer
