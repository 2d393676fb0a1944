// Package places has //kalint:ignore in all places where it may stand, and where it may not. A call whose response is
// discarded is what bodyclose reports.
package places

import (
	"log"
	"net/http"
)

var url string

func reported() {
	http.Get(url) // want `is not closed`
}

func sameLine() {
	http.Get(url) //kalint:ignore bodyclose the process ends
	http.Get(url) // want `is not closed`
	http.Get(url) //kalint:ignore	bodyclose	tabs are blanks as well
}

func above() {
	//kalint:ignore bodyclose the process ends
	http.Get(url)
	http.Get(url) // want `is not closed`
}

func aboveWithOthers() {
	// Before.
	//kalint:ignore bodydrain another rule
	//kalint:ignore bodyclose the process ends
	// Behind.
	http.Get(url)
}

func blankLineBetween() {
	//kalint:ignore bodyclose too far up // want `silences nothing: bodyclose finds nothing here`

	http.Get(url) // want `is not closed`
}

func below() {
	http.Get(url) // want `is not closed`
	//kalint:ignore bodyclose too far down // want `silences nothing`
}

func severalRules() {
	http.Get(url) //kalint:ignore bodydrain,bodyclose,idleconns the process ends
	http.Get(url) //kalint:ignore bodydrain,idleconns not this one // want `is not closed`
	http.Get(url) //kalint:ignore bodyclose,bodyclose twice the same
}

func severalFindings() {
	one, two := first(http.Get(url)), first(http.Get(url)) //kalint:ignore bodyclose both
	log.Println(one.Status, two.Status)
	three, four := first(http.Get(url)), first(http.Get(url)) // want `is not closed` `is not closed`
	log.Println(three.Status, four.Status)
}

func first(r *http.Response, _ error) *http.Response { return r }

func twoDirectives() {
	//kalint:ignore bodyclose the process ends
	http.Get(url) //kalint:ignore bodyclose it does
}

// Expression is where the finding does not begin on the statement's first line.
func expression() {
	//kalint:ignore bodyclose the process ends
	log.Println(
		first(
			http.Get(url),
		).Status,
	)
	log.Println( //kalint:ignore bodyclose the process ends
		first(
			http.Get(url),
		).Status,
	)
	log.Println(
		first(
			http.Get(url), //kalint:ignore bodyclose the process ends
		).Status,
	)
	log.Println(
		first(
			//kalint:ignore bodyclose the process ends
			http.Get(url),
		).Status,
	)
	log.Println(
		first(
			http.Get(url), // want `is not closed`
		).Status,
	) //kalint:ignore bodyclose on the closing brace // want `silences nothing`
}

// Blocks are no part of the statement that they belong to.
func blocks() {
	//kalint:ignore bodyclose only what is up here // want `silences nothing`
	if url != "" {
		http.Get(url) // want `is not closed`
	}
	//kalint:ignore bodyclose the call in the head
	if resp, err := http.Get(url); err == nil {
		log.Println(resp.Status)
		http.Get(url) // want `is not closed`
	} else if resp, err := http.Get(url + "/"); err == nil { //kalint:ignore bodyclose the other call
		log.Println(resp.Status)
	}
	//kalint:ignore bodyclose only what is up here // want `silences nothing`
	go func() {
		http.Get(url) // want `is not closed`
	}()
	switch url {
	case "": //kalint:ignore bodyclose only what is up here // want `silences nothing`
		http.Get(url) // want `is not closed`
	case "a":
		//kalint:ignore bodyclose the process ends
		http.Get(url)
	}
	for range 2 { //kalint:ignore bodyclose only what is up here // want `silences nothing`
		http.Get(url) // want `is not closed`
	}
} //kalint:ignore bodyclose on the closing brace // want `silences nothing`

func oneLine() { http.Get(url) } //kalint:ignore bodyclose the process ends

//kalint:ignore bodyclose not for what is in the function // want `silences nothing`
func inBody() {
	http.Get(url) // want `is not closed`
}

// DocComment is documented.
//
//kalint:ignore bodyclose in the middle of what documents it // want `silences nothing`
//
// There is more to say.
func docComment() {
	http.Get(url) // want `is not closed`
}

// OneLineDoc is documented.
//
//kalint:ignore bodyclose the call is on the line below
func oneLineDoc() { http.Get(url) }

//kalint:ignore bodyclose the process ends
var shared = first(http.Get("http://a")).Status

var (
	//kalint:ignore bodyclose the process ends
	one = first(http.Get("http://a")).Status
	two = first(http.Get("http://a")).Status // want `is not closed`
	//kalint:ignore bodyclose not in a literal // want `silences nothing`
	three = func() {
		http.Get(url) // want `is not closed`
	}
)

func blockComments() {
	/*kalint:ignore bodyclose of the wrong form*/
	http.Get(url) // want `is not closed`
	http.Get(url) /*kalint:ignore bodyclose of the wrong form*/ // want `is not closed`
	/*
//kalint:ignore bodyclose within another one
	*/
	http.Get(url) // want `is not closed`
}

func notDirectives() {
	// kalint:ignore bodyclose with a blank
	http.Get(url) // want `is not closed`
	//Kalint:ignore bodyclose in capitals
	http.Get(url) // want `is not closed`
	// See //kalint:ignore bodyclose in the middle
	http.Get(url) // want `is not closed`
}

func withoutReason() {
	http.Get(url) //kalint:ignore bodyclose // want `is not closed`
	//kalint:ignore bodyclose
	http.Get(url) // want `is not closed`
	http.Get(url) //kalint:ignore // want `is not closed`
	http.Get(url) //kalint:ignore the body is closed // want `is not closed`
	http.Get(url) //kalint:ignore nosuch,bodyclose the other name is wrong
	http.Get(url) //kalint:ignore bodyclose, the comma is too much
	http.Get(url) //kalint:disable bodyclose no such directive // want `is not closed`
	http.Get(url) //kalint:ignored bodyclose no such directive // want `is not closed`
}

func endOfFile() {
	http.Get(url) // want `is not closed`
}

//kalint:ignore bodyclose the file ends here // want `silences nothing`
