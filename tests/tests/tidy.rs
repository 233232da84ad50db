//! The house rules that no compiler holds.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed expectation is a failed test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Who may import whom: a module imports only what stands on a lower line. Modules on one line do not know each other.
const FLOORS: &[&[&str]] = &[
    &["main"],
    &["lib"],
    &["server"],
    &["web"],
    &["openapi"],
    &["routes"],
    &["installation"],
    &["home"],
    &["business_model", "links", "phases", "suggestions"],
    &[
        "ambition",
        "assignments",
        "brainstorms",
        "comments",
        "contributions",
        "ledger",
        "leeway",
        "profiles",
        "remarks",
        "scans",
        "values",
    ],
    &["demo", "founding", "share_links", "versions"],
    &["boards"],
    &["partnerships"],
    &["endorsement", "organisations"],
    &["notifications"],
    &["accounts"],
    &["audit", "mail"],
    &["health", "metrics"],
    &["app"],
    &["entity", "realtime", "database", "telemetry", "precondition", "idempotency"],
    &["error"],
    &["access", "config", "ids", "clock", "files", "openapi_page", "tables", "prose", "matching"],
];

/// Rooms know no HTTP, no SQL, and nothing of what a board means; what they need of it is handed in.
const ROOMS_MAY_IMPORT: &[&str] = &["clock", "realtime"];

const LONGEST_FILE: usize = 400;

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &["util", "utils", "helper", "helpers", "common", "misc", "manager", "managers"];

/// Where nothing of ours is, or nothing that was written by hand.
const NOT_OURS: &[&str] = &[
    ".git",
    "target",
    "node_modules",
    "data",
    "web/dist",
    "web/src/paraglide",
    "web/project.inlang/cache",
    "web/src/api/schema.d.ts",
    "web/src/api/openapi.json",
    "tests/browser/test-results",
    "tests/browser/playwright-report",
];

#[test]
fn imports_point_downward() {
    let mut wrong = Vec::new();
    // As those at the end of a file, tests in a file of their own may look at the whole house.
    let is_test = |file: &PathBuf| shown(file).split('/').any(|part| part == "tests" || part == "tests.rs");
    for file in files("server/src", &["rs"]).into_iter().filter(|file| !is_test(file)) {
        let importer = module(&file);
        for imported in imports(&fs::read_to_string(&file).unwrap()) {
            if imported == importer {
                continue;
            }
            let is_down = floor(&importer) < floor(&imported);
            let is_kept_out = importer == "realtime" && !ROOMS_MAY_IMPORT.contains(&imported.as_str());
            if !is_down || is_kept_out {
                wrong.push(format!("{} imports {imported}", shown(&file)));
            }
        }
    }
    assert!(wrong.is_empty(), "imports that point up, sideways, or out of a room:\n{}", wrong.join("\n"));
}

#[test]
fn every_module_that_has_a_floor_is_there() {
    let there: BTreeSet<String> = files("server/src", &["rs"]).iter().map(|file| module(file)).collect();
    let named: BTreeSet<String> = FLOORS.iter().copied().flatten().map(|&name| name.to_owned()).collect();
    assert_eq!(named, there, "left: the floors in this file; right: the modules under server/src");
}

#[test]
fn imports_are_found_however_they_are_written() {
    let source = "
        use crate::{boards, app::App, error::{Problem, FieldError}};
        // crate::ids is only mentioned
        fn f() { crate::clock::now() }
        pub(crate) fn g() {}
        #[cfg(test)]
        mod tests { use crate::routes; }
    ";
    let found: Vec<_> = imports(source).into_iter().collect();
    assert_eq!(found, ["app", "boards", "clock", "error"]);
}

#[test]
fn no_file_holds_two_thoughts() {
    let long = sources().filter_map(|file| {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        (lines > LONGEST_FILE).then(|| format!("{}: {lines} lines", shown(&file)))
    });
    let long: Vec<_> = long.collect();
    assert!(long.is_empty(), "more than {LONGEST_FILE} lines:\n{}", long.join("\n"));
}

#[test]
fn every_name_says_what_is_inside() {
    let nameless = sources().filter(|file| {
        let inside = file.strip_prefix(root()).unwrap().with_extension("");
        inside.iter().any(|part| EMPTY_NAMES.contains(&part.to_string_lossy().to_lowercase().as_str()))
    });
    let nameless: Vec<_> = nameless.map(|file| shown(&file)).collect();
    assert!(nameless.is_empty(), "{nameless:?}");
}

#[test]
fn nothing_points_at_the_machine_it_was_written_on() {
    let forbidden = [
        concat!("../", "shared"),
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        concat!("\"resolved\": \"ht", "tp"),
        concat!("registry.np", "mjs.org"),
        concat!("index.cra", "tes.io"),
    ];
    let mut found = Vec::new();
    for file in files("", &[]) {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        found.extend(forbidden.iter().filter(|words| text.contains(*words)).map(|words| (shown(&file), words)));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_test_that_the_table_of_threats_names_is_there() {
    let table = fs::read_to_string(root().join("docs/threats.md")).unwrap();
    let names = table.split('`').skip(1).step_by(2).filter(|name| name.matches('_').count() > 3);
    let tests: Vec<String> = ["server/src", "tests/tests"]
        .into_iter()
        .flat_map(|folder| files(folder, &["rs"]))
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    let missing: Vec<_> =
        names.filter(|name| !tests.iter().any(|source| source.contains(&format!("fn {name}(")))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

fn sources() -> impl Iterator<Item = PathBuf> {
    let kinds = ["rs", "ts", "svelte", "css", "mjs", "js"];
    ["server", "migration", "tests", "web"].into_iter().flat_map(move |folder| files(folder, &kinds))
}

fn floor(module: &str) -> usize {
    let found = FLOORS.iter().position(|floor| floor.contains(&module));
    found.unwrap_or_else(|| panic!("say in tidy.rs on which floor the module {module} stands"))
}

/// The room of the house a file is in: its first folder under `server/src`, or its own name.
fn module(file: &Path) -> String {
    let inside = file.strip_prefix(root().join("server/src")).unwrap();
    Path::new(inside.iter().next().unwrap()).file_stem().unwrap().to_string_lossy().into_owned()
}

/// The modules of this crate that a source names, outside comments and outside the tests at its end, which may look
/// at the whole house.
fn imports(source: &str) -> BTreeSet<String> {
    let tests = source.rfind("mod tests {").filter(|&at| source[..at].contains("#[cfg(test)]"));
    let code: Vec<&str> = source[..tests.unwrap_or(source.len())]
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let code = code.join("\n");
    let mut found = BTreeSet::new();
    for root in ["crate::", "samenspel::"] {
        for (at, _) in code.match_indices(root) {
            let rest = &code[at + root.len()..];
            match rest.strip_prefix('{') {
                Some(group) => found.extend(first_names(group)),
                None => found.extend(name(rest)),
            }
        }
    }
    found
}

/// The first name of each part of `a, b::c, d::{e, f}}`.
fn first_names(group: &str) -> Vec<String> {
    let (mut depth, mut start, mut names) = (0_usize, 0, Vec::new());
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.extend(name(group[start..at].trim_start()));
                start = at + 1;
                if character == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

fn name(text: &str) -> Option<String> {
    let end = text.find(|character: char| !character.is_alphanumeric() && character != '_').unwrap_or(text.len());
    // What starts with a capital is an item of the crate's root, not a module.
    text[..end].starts_with(char::is_lowercase).then(|| text[..end].to_owned())
}

/// All our files under `folder` with one of these endings; with any, when none is given.
fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let inside = shown(&path);
            let name = path.file_name().unwrap().to_string_lossy();
            if NOT_OURS.contains(&inside.as_str()) || NOT_OURS.contains(&name.as_ref()) {
                continue;
            }
            let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
            if path.is_dir() {
                folders.push(path);
            } else if endings.is_empty() || endings.contains(&ending.as_str()) {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "nothing found in {folder}");
    found.sort();
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
