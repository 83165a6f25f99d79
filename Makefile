# entente: the commands a newcomer needs. `make brief` and `make test` set up everything.

PREFIX ?= /usr/local
PACKAGES = libopenblas-dev liblapacke-dev libsqlite3-dev
PACKAGES += libcurl4-openssl-dev
PACKAGES += zlib1g-dev
PACKAGES += coinor-libclp-dev
SWIFT_FLAGS = -c release
PROGRAM = .build/release/entente

.PHONY: fuzz brief test build setup install uninstall format lint calibration calibration-quick fit fit-strategies benchmark kill-test check-debug clean

brief: build
	$(PROGRAM) brief northeast-asia

test: setup
	Scripts/test

build: setup
	swift build $(SWIFT_FLAGS) --product entente

setup:
	@Scripts/setup $(PACKAGES)

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/entente/cases"
	install -m 755 $(PROGRAM) "$(DESTDIR)$(PREFIX)/bin/entente"
	cp -R cases/. "$(DESTDIR)$(PREFIX)/share/entente/cases/"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/entente"
	rm -rf "$(DESTDIR)$(PREFIX)/share/entente"

format:
	swift format -i -r Sources Tests Plugins Package.swift

lint:
	Scripts/lint

# About a quarter of an hour: prints the calibration and writes docs/calibration.md.
calibration: setup
	swift build $(SWIFT_FLAGS) --product entente-calibration
	.build/release/entente-calibration report --write docs/calibration.md

calibration-quick: setup
	swift build $(SWIFT_FLAGS) --product entente-calibration
	.build/release/entente-calibration report --scale 0.1

# Refits the constants of the attribution on generated worlds.
fit: setup
	swift build $(SWIFT_FLAGS) --product entente-calibration
	.build/release/entente-calibration fit

# Refits what a rule's support is worth on coded history; needs the shared data.
fit-strategies: setup
	swift build $(SWIFT_FLAGS) --product entente-calibration
	.build/release/entente-calibration fit-strategies

benchmark: build
	Benchmarks/run --write

# Long: ends programs that write to a record at 100 random moments and more.
kill-test: build
	ENTENTE_KILLS=100 ENTENTE_PROGRAM="$(CURDIR)/$(PROGRAM)" swift test $(SWIFT_FLAGS) --filter KillTests

# Long: a million damaged inputs for each reader of events and each packing, on one core.
fuzz: setup
	swift build $(SWIFT_FLAGS) --product entente-fuzz
	.build/release/entente-fuzz --executions 1000000

# Long: a debug build must give the same bytes as the release build.
check-debug: build
	swift build --scratch-path .build-debug --product entente
	Scripts/same-bytes .build-debug/debug/entente $(PROGRAM)

clean:
	rm -rf .build .build-debug entente-brief
