package baseline

// Match tells which findings are not in the baseline, as entries that count one
// each, and which entries no finding is left for, with how often. An entry is
// used up by findings in its own file first, so that a copy elsewhere is new, and
// then by those in other files, to which the code may have moved.
func (b *Baseline) Match(found []Entry) (isNew []bool, left []Entry) {
	open := make([]int, len(b.Findings))
	byHash := make(map[string][]int)
	for i, e := range b.Findings {
		open[i] = e.count()
		byHash[e.Hash] = append(byHash[e.Hash], i)
	}
	take := func(f Entry, fits func(Entry) bool) bool {
		for _, i := range byHash[f.Hash] {
			if open[i] > 0 && fits(b.Findings[i]) {
				open[i]--
				return true
			}
		}
		return false
	}
	isNew = make([]bool, len(found))
	for i, f := range found {
		isNew[i] = !take(f, func(e Entry) bool { return e.File == f.File })
	}
	for i, f := range found {
		isNew[i] = isNew[i] && !take(f, func(Entry) bool { return true })
	}
	for i, e := range b.Findings {
		if e.Count = open[i]; e.Count > 0 {
			left = append(left, e)
		}
	}
	return isNew, left
}
