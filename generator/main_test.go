package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"wijkmonitor/generator/demo"
)

// child is the variable by which a test tells its own binary to be the
// program, so that it can be killed, and run twice at once.
const child = "WIJKMONITOR_TEST_CHILD"

func TestMain(m *testing.M) {
	if os.Getenv(child) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// program returns the program with arguments, ready to start.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self, args...)
	c.Env = append(os.Environ(), child+"=1")
	return c
}

// succeed runs the program to its end and returns what it said.
func succeed(t *testing.T, args ...string) string {
	t.Helper()
	out, err := program(t, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return string(out)
}

// fail runs the program, which must end with an error, and returns that.
func fail(t *testing.T, args ...string) string {
	t.Helper()
	out, err := program(t, args...).CombinedOutput()
	if err == nil {
		t.Fatalf("%v succeeds:\n%s", args, out)
	}
	return string(out)
}

// smallDemo writes the demo with a few municipalities, and returns the flags
// that read it.
func smallDemo(t *testing.T, municipalities int) []string {
	t.Helper()
	dir := t.TempDir()
	if err := demo.Write(dir, demo.Options{Municipalities: municipalities}); err != nil {
		t.Fatal(err)
	}
	return []string{"--dataset", filepath.Join("..", "datasets", "demo"), "--extracts", dir,
		"--content", filepath.Join("..", "content"), "--templates", filepath.Join("..", "templates")}
}
