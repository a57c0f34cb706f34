# make test does everything that CI does. Building a site needs only Go.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build
MAKEFLAGS += --no-print-directory

.PHONY: build serve demo generate setup lint format vet staticcheck typecheck generated test search clean

build: ## the demo site, in public/
	go run ./generator build

serve: ## the same, rebuilt at every change
	go run ./generator serve

demo: ## the extract of the fictional country
	go run ./generator demo

generate: ## Go code from the .templ files
	go tool templ generate -path templates

setup: ## what the tests need and the machine lacks
	@.ci/setup

generated: ## the committed Go code is what the .templ files give
	@before="$$(sha256sum $$(find templates -name '*_templ.go' | sort))"; \
	go tool templ generate -path templates -log-level error; \
	after="$$(sha256sum $$(find templates -name '*_templ.go' | sort))"; \
	if [[ "$$before" != "$$after" ]]; then \
		diff <(echo "$$before") <(echo "$$after") >&2 || true; \
		echo "make: generated code was out of date; it is renewed: review it and commit it" >&2; exit 1; \
	fi

format:
	@unformatted="$$(gofmt -l generator templates)"; \
	if [[ -n "$$unformatted" ]]; then echo "make: not as gofmt writes it:" >&2; echo "$$unformatted" >&2; exit 1; fi

vet:
	go vet ./...

staticcheck:
	go tool staticcheck ./...

typecheck:
	.ci/node_modules/.bin/tsc --noEmit -p templates

lint: format generated vet staticcheck typecheck

# One after another: the order in which a mistake is cheapest to find, and
# go test's own lines at the end.
test:
	@$(MAKE) setup
	@$(MAKE) lint
	WIJKMONITOR_REQUIRE_BROWSER=1 go test -timeout 45m ./...

search: ## cases of the property tests that no run drew yet
	go test -timeout 0 $$(grep -l 'generator/steady"' -r generator --include=*_test.go | xargs -n1 dirname | sort -u | sed 's|^|./|') -rapid.seed=0 -rapid.checks=3000

clean:
	rm -rf .ci/node_modules
	find public -mindepth 1 ! -name .gitkeep -delete
