package nethttp

import "go/types"

// noReturn lists functions whose calls do not return. The base case is the standard library, which some drivers never
// analyse; a function that always ends in one of these is found by its summary. Loggers of other libraries are here
// where they exit through a func value.
var noReturn = lazily(func() map[string]bool {
	return set(
		"os.Exit", "syscall.Exit", "runtime.Goexit", "runtime.abort", "runtime.throw", "runtime.fatal",
		"log.Fatal", "log.Fatalf", "log.Fatalln", "log.Panic", "log.Panicf", "log.Panicln",
		"(*log.Logger).Fatal", "(*log.Logger).Fatalf", "(*log.Logger).Fatalln",
		"(*log.Logger).Panic", "(*log.Logger).Panicf", "(*log.Logger).Panicln",
		"(*testing.common).FailNow", "(*testing.common).Fatal", "(*testing.common).Fatalf",
		"(*testing.common).Skip", "(*testing.common).Skipf", "(*testing.common).SkipNow",
		"(*testing.F).Fuzz", "testing.Main",

		"github.com/sirupsen/logrus.Fatal", "github.com/sirupsen/logrus.Fatalf", "github.com/sirupsen/logrus.Fatalln",
		"github.com/sirupsen/logrus.Panic", "github.com/sirupsen/logrus.Panicf", "github.com/sirupsen/logrus.Panicln",
		"(*github.com/sirupsen/logrus.Logger).Fatal", "(*github.com/sirupsen/logrus.Logger).Fatalf",
		"(*github.com/sirupsen/logrus.Logger).Fatalln", "(*github.com/sirupsen/logrus.Logger).Panic",
		"(*github.com/sirupsen/logrus.Logger).Panicf", "(*github.com/sirupsen/logrus.Logger).Panicln",
		"(*github.com/sirupsen/logrus.Entry).Fatal", "(*github.com/sirupsen/logrus.Entry).Fatalf",
		"(*github.com/sirupsen/logrus.Entry).Fatalln", "(*github.com/sirupsen/logrus.Entry).Panic",
		"(*github.com/sirupsen/logrus.Entry).Panicf", "(*github.com/sirupsen/logrus.Entry).Panicln",
		"(*go.uber.org/zap.Logger).Fatal", "(*go.uber.org/zap.Logger).Panic",
		"(*go.uber.org/zap.SugaredLogger).Fatal", "(*go.uber.org/zap.SugaredLogger).Fatalf",
		"(*go.uber.org/zap.SugaredLogger).Fatalw", "(*go.uber.org/zap.SugaredLogger).Fatalln",
		"(*go.uber.org/zap.SugaredLogger).Panic", "(*go.uber.org/zap.SugaredLogger).Panicf",
		"(*go.uber.org/zap.SugaredLogger).Panicw", "(*go.uber.org/zap.SugaredLogger).Panicln",
		"k8s.io/klog/v2.Fatal", "k8s.io/klog/v2.Fatalf", "k8s.io/klog/v2.Fatalln", "k8s.io/klog/v2.FatalDepth",
		"k8s.io/klog/v2.Exit", "k8s.io/klog/v2.Exitf", "k8s.io/klog/v2.Exitln",
		"k8s.io/klog.Fatal", "k8s.io/klog.Fatalf", "k8s.io/klog.Fatalln", "k8s.io/klog.Exit", "k8s.io/klog.Exitf",
		"github.com/golang/glog.Fatal", "github.com/golang/glog.Fatalf", "github.com/golang/glog.Fatalln",
		"github.com/golang/glog.Exit", "github.com/golang/glog.Exitf", "github.com/golang/glog.Exitln",
		"github.com/onsi/ginkgo.Fail", "github.com/onsi/ginkgo.Skip",
		"github.com/onsi/ginkgo/v2.Fail", "github.com/onsi/ginkgo/v2.Skip", "github.com/onsi/ginkgo/v2.AbortSuite",
	)
})

// testingStops lists the methods that end a test, when a type that stands for *testing.T has them.
var testingStops = set("FailNow", "Fatal", "Fatalf", "Skip", "Skipf", "SkipNow")

// FailsTest reports whether the method notes that a test has failed, and returns.
func FailsTest(fn *types.Func) bool {
	switch fn.Name() {
	case "Fail", "Error", "Errorf":
		return stopsTest(fn) || is(fn, "(*testing.common).Fail", "(*testing.common).Error", "(*testing.common).Errorf")
	}
	return false
}

// stopsTest reports whether the method belongs to an interface through which tests are ended: testing.TB, or an
// assertion library's own with FailNow.
func stopsTest(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil {
		return false
	}
	i, ok := recv.Type().Underlying().(*types.Interface)
	if !ok {
		return false
	}
	for m := range i.Methods() {
		if m.Name() == "FailNow" && m.Signature().Params().Len() == 0 && m.Signature().Results().Len() == 0 {
			return true
		}
	}
	return false
}

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, n := range names {
		m[n] = true
	}
	return m
}
