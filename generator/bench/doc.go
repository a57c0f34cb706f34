// Package bench measures a build, stage by stage, and compares it with the
// floor: the time that writing the same number of bytes into the same number
// of files takes with the same number of writers and nothing else. Seconds
// depend on the machine and on who else uses it; their ratio, measured in one
// run, hardly does.
package bench
