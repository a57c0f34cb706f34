package cbs

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"

	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/model"
)

// Fetch downloads every table that a definition names into the folder of the
// dataset. A table that fails does not keep the others from being fetched.
func Fetch(ctx context.Context, def *model.Definition, o Options) error {
	o = o.complete()
	allowed, err := hostsOf(o)
	if err != nil {
		return err
	}
	if info, err := os.Stat(o.Dir); err != nil || !info.IsDir() {
		return fmt.Errorf("fetch: %s: is no folder; that of the dataset, with monitor.yaml, would be right", o.Dir)
	}
	lock := flock.New(filepath.Join(o.Dir, ".fetch.lock"))
	if free, err := lock.TryLock(); err != nil {
		return fmt.Errorf("fetch: %w", err)
	} else if !free {
		return fmt.Errorf("fetch: %s: another fetch is at work there; wait for it to end", o.Dir)
	}
	defer lock.Unlock()
	c := newClient(o, allowed)
	var bad []error
	for i := range def.Tables {
		f := &fetcher{Options: o, client: c, def: def, spec: &def.Tables[i]}
		if err := f.fetch(ctx); err != nil {
			bad = append(bad, err)
		}
		if ctx.Err() != nil {
			break
		}
	}
	return errors.Join(bad...)
}

// A fetcher fetches one table.
type fetcher struct {
	Options
	client *client
	def    *model.Definition
	spec   *model.TableSpec
}

// errChanged tells that the table changed while it was fetched, errOtherKeys
// that the definition names topics of the other protocol.
var (
	errChanged   = errors.New("the table changed while it was fetched")
	errOtherKeys = errors.New("the definition names none of its topics")
)

// restarts is how often a table that changes is fetched anew.
const restarts = 2

// fetch fetches the table from the first service that has it.
func (f *fetcher) fetch(ctx context.Context) error {
	var tried []string
	list := services(f.Options)
	if m, err := extract.ReadManifest(f.Dir, "v3", f.spec.ID); f.Protocol == "auto" && err == nil && m != nil {
		list = append(list[1:], list[0]) // it came from there the last time
	}
	for _, s := range list {
		err := f.from(ctx, s)
		switch {
		case err == nil:
			return nil
		case errors.Is(err, errOtherKeys) && f.Protocol == "auto":
			f.Report.line(fmt.Sprintf("table %s: the definition names none of its topics in %s; trying v3", f.spec.ID, s.protocol))
		case !notThere(err):
			return err
		}
		tried = append(tried, s.base+"/"+f.spec.ID)
	}
	return place{table: f.spec.ID}.wrap(lasting("the id of a table that is there would be right: generator fetch --list", "is not at %s, or has none of the topics of the definition", strings.Join(tried, " nor at ")))
}

// from fetches the table from one service, anew when it changes meanwhile.
func (f *fetcher) from(ctx context.Context, s service) error {
	for try := 0; ; try++ {
		err := f.once(ctx, s)
		if !errors.Is(err, errChanged) {
			return err
		}
		if try == restarts {
			return place{table: f.spec.ID}.wrap(lasting("CBS is publishing it now; try again in an hour", "it changed %d times while it was fetched (%v)", restarts+1, err))
		}
		f.Report.line(fmt.Sprintf("table %s: %v; starting again", f.spec.ID, err))
	}
}

// once fetches the table, unless what is there is the same.
func (f *fetcher) once(ctx context.Context, s service) error {
	i, err := f.client.ask(ctx, s, f.spec.ID)
	if err != nil {
		return err
	}
	if err := i.checkYear(f.spec.ID, f.spec.Period); err != nil {
		return err
	}
	if err := f.checkOther(s.protocol); err != nil {
		return err
	}
	w, err := openWork(filepath.Join(f.Dir, ".fetch-"+f.spec.ID+"-"+s.protocol), job{f.spec.ID, s.protocol, s.base, i.Modified, f.plan()})
	if err != nil {
		return err
	}
	err = f.work(ctx, i, w)
	if err == nil || throwAway(err) {
		return errors.Join(err, w.remove())
	}
	w.close()
	return err
}

// throwAway tells whether what was got is of no use, or no longer needed: a
// server that contradicts itself is not asked to go on from there.
func throwAway(err error) bool {
	if errors.Is(err, errChanged) || errors.Is(err, errOtherKeys) {
		return true
	}
	f, ok := errors.AsType[*fault](err)
	return ok && !f.passing && f.status == 0
}
