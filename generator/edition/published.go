package edition

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
)

// A Published is a built site as anybody can read it: a folder, an archive or
// a bundle.
type Published struct {
	Name     string
	Document Document
	Files    []File
	fs       fs.FS
	close    func() error
}

// OpenPublished opens the site in a folder or a zip.
func OpenPublished(name string) (*Published, error) {
	p := &Published{Name: name, fs: os.DirFS(name), close: func() error { return nil }}
	info, err := os.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("diff: %w", err)
	}
	if !info.IsDir() {
		a, err := Open(name)
		if err != nil {
			return nil, err
		}
		p.fs, p.close = zipSite(a), a.Close
	}
	if err := p.load(); err != nil {
		return nil, errors.Join(fmt.Errorf("diff: %s is not a built site or archive: %w", name, err), p.Close())
	}
	return p, nil
}

// zipSite is a zip's part with the site: data/site/ of a bag, all of a bundle.
func zipSite(a *Archive) fs.FS {
	prefix := a.Name + "/"
	if a.index["bagit.txt"] != nil {
		prefix += "data/site/"
	}
	return prefixed{a.zip, prefix}
}

type prefixed struct {
	zip    *zip.Reader
	prefix string
}

func (p prefixed) Open(name string) (fs.File, error) { return p.zip.Open(p.prefix + name) }

func (p *Published) load() error {
	b, err := p.read(Marker)
	if err != nil {
		return err
	}
	if p.Document, err = ParseDocument(Marker, b); err != nil {
		return err
	}
	if b, err = p.read(ManifestName); err != nil {
		return err
	}
	p.Files, err = ParseManifest(ManifestName, b)
	return err
}

// Close closes the archive.
func (p *Published) Close() error { return p.close() }

// read reads a file of the site, if it is not larger than any of ours is.
func (p *Published) read(name string) ([]byte, error) {
	f, err := p.fs.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, largestText+1))
	if err == nil && len(b) > largestText {
		err = fmt.Errorf("%s is too large", name)
	}
	return b, err
}

// roots lists the folders that hold the figures of a municipality, country or
// own area, with the shards in each.
func (p *Published) roots() map[string][]string {
	roots := map[string][]string{}
	for _, f := range p.Files {
		dir, base := path.Split(f.Path)
		if root, ok := strings.CutSuffix(dir, "/data/"); ok && path.Ext(base) == ".json" {
			roots[root] = append(roots[root], f.Path)
		}
	}
	return roots
}

// A shard is what a comparison reads of a shard: see shard.schema.json.
type shard struct {
	Periods    []string         `json:"perioden"`
	Groups     []string         `json:"groepen"`
	Reasons    []string         `json:"redenen"`
	Indicators []shardIndicator `json:"indicatoren"`
	Regions    []shardRegion    `json:"gebieden"`
}

type shardIndicator struct {
	Key      string `json:"sleutel"`
	Title    string `json:"titel"`
	Decimals int    `json:"decimalen"`
}

type shardRegion struct {
	Code   string       `json:"code"`
	Name   string       `json:"naam"`
	Groups []shardGroup `json:"groepen"`
}

type shardGroup struct {
	Group  int                 `json:"groep"`
	Values [][]json.RawMessage `json:"waarden"` // indicator × period: a number, or a reason as a letter; "a3" for three in a row
}

func (p *Published) shard(name string) (*shard, error) {
	b, err := p.read(name)
	if err != nil {
		return nil, fmt.Errorf("diff: %s: %w", p.Name, err)
	}
	s := new(shard)
	if err := json.Unmarshal(b, s); err != nil {
		return nil, fmt.Errorf("diff: %s: %s: %w", p.Name, name, err)
	}
	for r := range s.Regions {
		for g := range s.Regions[r].Groups {
			for i, row := range s.Regions[r].Groups[g].Values {
				if s.Regions[r].Groups[g].Values[i], err = expand(row, len(s.Periods)); err != nil {
					return nil, fmt.Errorf("diff: %s: %s, %s: %w", p.Name, name, s.Regions[r].Code, err)
				}
			}
		}
	}
	return s, nil
}

// expand writes out runs of one reason.
func expand(row []json.RawMessage, periods int) ([]json.RawMessage, error) {
	all := make([]json.RawMessage, 0, periods)
	for _, v := range row {
		run := 1
		if len(v) > len(`"a"`) && v[0] == '"' {
			n, err := strconv.Atoi(string(v[2 : len(v)-1]))
			if err != nil || n < 1 || n > periods {
				return nil, fmt.Errorf("%s is no figure; a number, or a letter with how often it holds, would be right", v)
			}
			run, v = n, json.RawMessage{'"', v[1], '"'}
		}
		for range run {
			all = append(all, v)
		}
	}
	if len(all) != periods {
		return nil, fmt.Errorf("a row has %d figures; one for each of %d periods would be right", len(all), periods)
	}
	return all, nil
}
