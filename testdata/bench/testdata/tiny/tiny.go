// Package tiny is what bench measures in its own test.
package tiny

// Sum adds up.
func Sum(numbers []int) (n int) {
	for _, m := range numbers {
		n += m
	}
	return n
}
