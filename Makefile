# Samenspel: `make run` to see it, `make test` to check it, `make help` for the rest.
.POSIX:
.SUFFIXES:

TARGET = $${CARGO_TARGET_DIR:-target}

help:
	@echo "make run     build everything and start it with a demo, in ./data"
	@echo "make dev     the same, rebuilt while you work (web on http://localhost:5173)"
	@echo "make build   leave the server, web included, at target/release/samenspel"
	@echo "make check   format, lints, types, licences: quick"
	@echo "make test    everything: check, and all tests on SQLite, on PostgreSQL and in a browser"
	@echo "make fuzz    ten million messages made wrong: half an hour"
	@echo "make e2e     only the journeys in a browser"
	@echo "make bench   what the server can bear, as a table: about 8 minutes (BENCH=quick: less, and only to try)"
	@echo "make clean   remove what was built (not ./data)"

run: build
	@echo "==> Starting; open http://localhost:8080 (Ctrl-C stops)"
	@exec "$(TARGET)/release/samenspel" serve --demo

build:
	@scripts/tools rust node
	@scripts/web
	@[ -e "$(TARGET)/release/samenspel" ] || \
		echo "==> Building the server: the first time this takes 5 to 15 minutes"
	cargo build --release --bin samenspel

dev:
	@scripts/tools rust node
	@scripts/packages web
	@scripts/dev

check:
	@scripts/tools rust node
	@scripts/packages web
	@echo "==> Format"
	cargo fmt --all -- --check
	@echo "==> Types and format of the web"
	cd web && npm run --silent check
	@echo "==> Lints (the first time this compiles what we use: some minutes)"
	cargo clippy --workspace --all-targets -- -D warnings
	@echo "==> The house rules"
	cargo test --workspace --test tidy
	@scripts/licences

# The web is built first: the server takes it in when it is compiled.
test: tools
	@scripts/web
	@$(MAKE) check
	@echo "==> Tests on SQLite"
	cargo build --workspace
	cargo test --workspace --lib --bins --test api --test metrics
	cargo test --workspace --test faults -- --nocapture
	@echo "==> The API as it is described"
	scripts/schemathesis
	@echo "==> Messages made wrong"
	cargo run --quiet -p mutants -- run --each 100000
	@echo "==> The same document as Yjs has"
	cargo test --workspace --test differential -- --nocapture
	@echo "==> Tests on PostgreSQL"
	scripts/postgres cargo test --workspace --test api --test metrics
	scripts/postgres --durable cargo test --workspace --test faults -- --nocapture
	@echo "==> Tests of the web"
	cd web && npm test
	@scripts/packages tests/providers
	cd tests/providers && npm test
	scripts/postgres npm --prefix tests/providers test
	@$(MAKE) e2e
	@echo "==> All tests passed"

e2e:
	@scripts/tools rust node chromium
	@scripts/web
	cargo build --workspace
	@scripts/packages tests/providers
	@scripts/packages tests/browser
	cd tests/browser && npm test

# Half an hour and some, and the release build before that.
fuzz:
	@scripts/tools rust node
	@scripts/fuzz
	@scripts/packages web
	SAMENSPEL_TEST_BOARDS=2000 cargo test --workspace --test differential -- --nocapture

bench:
	@scripts/tools rust node postgres
	@scripts/bench

tools:
	@scripts/tools rust node postgres chromium python

clean:
	cargo clean
	rm -rf web/dist web/src/paraglide tests/browser/test-results

.PHONY: help run build dev check test e2e fuzz bench tools clean
