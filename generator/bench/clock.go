package bench

import (
	"runtime/metrics"
	"time"
)

// A Stage is a part of a build and what it took.
type Stage struct {
	Name      string
	Seconds   float64
	CPU       float64 // seconds, of all cores, the system's included
	Allocated uint64  // bytes, whether or not they were freed
	Objects   uint64
}

// A clock divides a run into stages.
type clock struct {
	stages []Stage
	start  time.Time
	cpu    float64
	bytes  uint64
	count  uint64
}

// begin ends the stage that runs, and begins another; "" begins none.
func (c *clock) begin(name string) {
	now, cpu := time.Now(), cpuSeconds()
	bytes, count := allocated()
	if n := len(c.stages); n > 0 && c.stages[n-1].Seconds == 0 {
		c.stages[n-1] = Stage{c.stages[n-1].Name, now.Sub(c.start).Seconds(), cpu - c.cpu, bytes - c.bytes, count - c.count}
	}
	if name != "" {
		c.stages = append(c.stages, Stage{Name: name})
	}
	c.start, c.cpu, c.bytes, c.count = now, cpu, bytes, count
}

// allocated returns how many bytes and objects the program ever asked for.
func allocated() (bytes, objects uint64) {
	samples := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}, {Name: "/gc/heap/allocs:objects"}}
	metrics.Read(samples)
	return samples[0].Value.Uint64(), samples[1].Value.Uint64()
}
