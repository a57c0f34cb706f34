//go:build !unix

package bench

// cpuSeconds and peakMemory are not known here.
func cpuSeconds() float64 { return 0 }

func peakMemory() int64 { return 0 }
