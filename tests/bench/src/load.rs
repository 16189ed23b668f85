//! The static host under load: nginx with the documented configuration, asked by wrk on this computer.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use command_support::failure::Failure;
use command_support::{program, terminal};
use e2e::{Nginx, head_of};
use serde::{Deserialize, Serialize};

use crate::access_log::{AccessLog, FORMAT};
use crate::served::variable;
use crate::table::Table;
use crate::traffic::{PEAK, Traffic};
use crate::visit_files;
use crate::wrk::{self, Asked, Outcome};

/// One kind of visit under load.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Nothing is kept; nginx compresses each answer anew, as documented.
    First,
    /// The browser asks whether what it keeps is still current.
    Repeat,
    /// Nothing is kept; the files lie compressed beside the originals (`gzip_static`).
    CompressedBeforehand,
}

impl Kind {
    /// All kinds, in the order of the table.
    pub const ALL: [Kind; 3] = [Kind::First, Kind::Repeat, Kind::CompressedBeforehand];

    fn title(self) -> &'static str {
        match self {
            Kind::First => "first visit",
            Kind::Repeat => "repeat visit",
            Kind::CompressedBeforehand => "first visit, files compressed beforehand",
        }
    }

    fn status(self) -> u16 {
        match self {
            Kind::First | Kind::CompressedBeforehand => 200,
            Kind::Repeat => 304,
        }
    }
}

/// Figures of one kind of visit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// Requests of a visit, in their order.
    pub files: Vec<String>,
    /// What wrk counted.
    pub outcome: Outcome,
    /// What the server logged.
    pub log: AccessLog,
}

/// Title of a row, and what stands in its cells.
type Row<T> = (&'static str, fn(&T) -> String);

/// Figures by kind of visit.
pub type Load = BTreeMap<Kind, Figures>;

/// Puts every kind of visit on the server, one after another.
pub fn run() -> Result<Load, Failure> {
    let dist = variable("FOOTING_DIST")?;
    Kind::ALL
        .into_iter()
        .map(|kind| Ok((kind, measure(&dist, kind)?)))
        .collect()
}

fn measure(dist: &Path, kind: Kind) -> Result<Figures, Failure> {
    terminal::say(format_args!(
        "Load: {}, {} seconds.",
        kind.title(),
        wrk::SECONDS
    ));
    let page = dist.join("index.html");
    let first = visit_files::first(&read(&page)?);
    let files = match kind {
        Kind::First | Kind::CompressedBeforehand => first,
        Kind::Repeat => visit_files::repeat(&first),
    };
    let logs = tempfile::tempdir().map_err(|error| {
        Failure::work(
            format!("No folder for the server's log can be made: {error}."),
            "Make room in the folder for temporary files, then run this again.",
        )
    })?;
    let log = logs.path().join("visits.log");
    let mut compressed = Ok(());
    let nginx = Nginx::with_config(dist, |site| {
        if kind == Kind::CompressedBeforehand {
            compressed = compress(Path::new(site), &files);
        }
        configuration(site, &log, kind)
    });
    compressed?;
    let visit = files.iter().map(|path| {
        let mut headers = head_of(&nginx.url(path));
        let etag = headers.remove("etag").filter(|_| kind == Kind::Repeat);
        Asked {
            path: path.clone(),
            etag: etag.unwrap_or_default(),
        }
    });
    let visit: Vec<Asked> = visit.collect();
    // What asked for the ETags is no visit.
    let asked = read(&log)?.len();
    let outcome = wrk::run(&nginx.url(""), &visit)?;
    drop(nginx);
    let logged = read(&log)?;
    let log = AccessLog::read(logged.get(asked..).unwrap_or_default(), kind.status());
    Ok(Figures {
        files,
        outcome,
        log,
    })
}

/// The documented configuration around a copy of the page, and its partners: none.
fn configuration(site: &str, log: &Path, kind: Kind) -> (String, String) {
    let log = log.display();
    let compressed = match kind {
        Kind::First | Kind::Repeat => "",
        Kind::CompressedBeforehand => "gzip_static on;",
    };
    let server = format!(
        "log_format visit '{FORMAT}';
include {site}/headers/nginx-http.conf;
gzip on;
gzip_types text/css text/javascript application/json application/wasm;
server {{
    server_name check.center.example;
    access_log {log} visit;
    {compressed}
    root {site};
    include {site}/headers/nginx-server.conf;
}}
"
    );
    let partners = "map \"\" $footing_partners {\n    default \"\";\n}".to_owned();
    (server, partners)
}

/// Puts a compressed copy beside each file.
fn compress(site: &Path, files: &[String]) -> Result<(), Failure> {
    let names = files.iter().map(|path| match path.as_str() {
        "/" => "index.html",
        path => path.trim_start_matches('/'),
    });
    let mut gzip = Command::new("gzip");
    gzip.current_dir(site).args(["--best", "--keep"]);
    program::run(gzip.args(names))
}

fn read(file: &Path) -> Result<String, Failure> {
    fs::read_to_string(file).map_err(|error| {
        Failure::work(
            format!("{} cannot be read: {error}.", file.display()),
            "Run `cargo xtask bench --load` again, which builds the page first.",
        )
    })
}

impl Figures {
    fn requests_per_visit(&self) -> f64 {
        self.files.iter().map(|_| 1.0).sum()
    }

    fn visits_per_second(&self) -> f64 {
        self.outcome.requests_per_second() / self.requests_per_visit()
    }

    fn traffic(&self) -> Traffic {
        Traffic::of(self.requests_per_visit(), self.log.bytes_per_visit())
    }
}

/// What the server did under load.
pub fn figures(load: &Load) -> Table {
    let titles = load.keys().map(|kind| kind.title().to_owned());
    let mut table = Table::new(std::iter::once(String::new()).chain(titles));
    let rows: [Row<Figures>; 10] = [
        ("requests/s", |own| whole(own.outcome.requests_per_second())),
        ("visits/s", |own| whole(own.visits_per_second())),
        ("latency p50, ms", |own| milliseconds(own.outcome.p50)),
        ("latency p99, ms", |own| milliseconds(own.outcome.p99)),
        ("answered requests", |own| whole(own.outcome.requests)),
        ("errors", |own| own.outcome.errors().to_string()),
        ("answers with another status", |own| {
            own.log.unexpected.to_string()
        }),
        ("MB in all", |own| whole(own.outcome.bytes / 1e6)),
        ("requests per visit", |own| whole(own.requests_per_visit())),
        ("KB per visit", |own| kilobytes(own.log.bytes_per_visit())),
    ];
    for (name, cell) in rows {
        let cells = load.values().map(cell);
        table.row(std::iter::once(name.to_owned()).chain(cells));
    }
    table
}

/// What each file of a visit weighs.
pub fn files(load: &Load) -> Table {
    let titles = load.keys().map(|kind| format!("{}, KB", kind.title()));
    let mut table = Table::new(std::iter::once("file".to_owned()).chain(titles));
    for path in load.get(&Kind::First).iter().flat_map(|own| &own.files) {
        let cells = load.values().map(|own| {
            let bytes = own.log.bytes.get(path);
            bytes.map_or("-".to_owned(), |bytes| kilobytes(*bytes))
        });
        table.row(std::iter::once(format!("`{path}`")).chain(cells));
    }
    table
}

/// A million visits a day, on paper: what they ask, and what of it a CDN leaves to the host.
pub fn million(load: &Load) -> Option<Table> {
    let (first, repeat) = (load.get(&Kind::First)?, load.get(&Kind::Repeat)?);
    let compressed = load.get(&Kind::CompressedBeforehand)?;
    let days = [
        first.traffic(),
        compressed.traffic(),
        repeat.traffic(),
        behind_a_cdn(first, repeat),
    ];
    // A CDN asks the host as a browser does on a repeat visit.
    let capacities =
        [first, compressed, repeat, repeat].map(|own| own.outcome.requests_per_second());
    let mut table = Table::new(
        [
            "a million visits a day",
            "all first visits",
            "the same, files compressed beforehand",
            "all repeat visits",
            "left to the host behind a CDN",
        ]
        .map(str::to_owned),
    );
    let rows: [Row<Traffic>; 6] = [
        ("requests, millions a day", |day| tenths(day.requests / 1e6)),
        ("GB a day", |day| tenths(day.bytes / 1e9)),
        ("requests/s, mean", |day| whole(day.mean_requests())),
        ("requests/s, peak", |day| whole(day.peak_requests())),
        ("Mbit/s, mean", |day| tenths(day.mean_megabits())),
        ("Mbit/s, peak", |day| tenths(day.peak_megabits())),
    ];
    for (name, cell) in rows {
        table.row(std::iter::once(name.to_owned()).chain(days.iter().map(cell)));
    }
    let shares = days
        .iter()
        .zip(capacities)
        .map(|(day, capacity)| format!("{:.0} %", day.peak_requests() / capacity.max(1.0) * 100.0));
    table.row(std::iter::once("peak, of what was measured here".to_owned()).chain(shares));
    Some(table)
}

/// What a CDN asks the host for during first visits: whether each file without a hash is still current. The
/// service worker, which a repeat visit does not ask for, counts as much as the others on the mean.
fn behind_a_cdn(first: &Figures, repeat: &Figures) -> Traffic {
    let unhashed = first
        .files
        .iter()
        .filter(|path| !visit_files::has_hash(path));
    let requests = unhashed.map(|_| 1.0).sum();
    let answer = repeat.log.bytes_per_visit() / repeat.requests_per_visit().max(1.0);
    Traffic::of(requests, requests * answer)
}

/// What stands around the tables in the document.
pub fn document(load: &Load) -> String {
    let mut parts = vec![figures(load).markdown(), files(load).markdown()];
    parts.extend(million(load).map(|table| table.markdown()));
    parts.push(format!(
        "- {} threads of wrk keep {} connections busy for {} seconds; the first visit's order is kept on each thread.\n\
         - nginx is a single process, and wrk runs on the same computer: a host of its own does more.\n\
         - Plain HTTP over loopback: neither TLS nor a network is in these figures.\n\
         - `gzip on` at nginx's own level compresses every answer anew; `br` is offered, and nginx without a module for it answers with gzip.\n\
         - Compressed beforehand means `gzip --best` and `gzip_static on`, which the documented configuration leaves to the owner.\n\
         - wrk asks again on a connection only after an answer: with visitors who do not wait for each other, latency near the limit is longer.\n\
         - Bytes are those of the access log, headers included.\n\
         - The busiest second is assumed to be {PEAK:.0} times the mean; that is no measurement.\n\
         - A CDN keeps a file with a hash in its name for good; for each other file, `no-cache` makes it ask the host whether its copy is current. Hosts that publish through their own CDN (Netlify, Cloudflare Pages) answer those at the edge, too.",
        wrk::THREADS,
        wrk::CONNECTIONS,
        wrk::SECONDS,
    ));
    parts.join("\n\n")
}

fn whole(value: f64) -> String {
    format!("{value:.0}")
}

fn tenths(value: f64) -> String {
    format!("{value:.1}")
}

fn milliseconds(microseconds: f64) -> String {
    tenths(microseconds / 1e3)
}

fn kilobytes(bytes: f64) -> String {
    tenths(bytes / 1e3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures_of(files: &[&str], status: u16, bytes: u32, requests: f64) -> Figures {
        let lines = files
            .iter()
            .map(|path| format!("{status} {bytes} {path}\n"));
        Figures {
            files: files.iter().map(|path| (*path).to_owned()).collect(),
            outcome: Outcome {
                requests,
                microseconds: 1e7,
                bytes: 5e6,
                p50: 1500.0,
                p99: 20_000.0,
                connect: 0,
                read: 0,
                write: 0,
                timeout: 0,
                status: 0,
            },
            log: AccessLog::read(&lines.collect::<String>(), status),
        }
    }

    fn load() -> Load {
        let first = [
            "/",
            "/widget-e6a6b13e3743469d_bg.wasm",
            "/start.js",
            "/offline.js",
        ];
        Load::from([
            (Kind::First, figures_of(&first, 200, 54_000, 40_000.0)),
            (
                Kind::Repeat,
                figures_of(&["/", "/start.js"], 304, 864, 100_000.0),
            ),
            (
                Kind::CompressedBeforehand,
                figures_of(&first, 200, 50_000, 400_000.0),
            ),
        ])
    }

    #[test]
    fn visits_are_requests_by_the_files_of_a_visit() {
        let table = figures(&load());
        assert_eq!(
            table.rows()[0],
            [
                "",
                "first visit",
                "repeat visit",
                "first visit, files compressed beforehand"
            ]
        );
        assert_eq!(table.rows()[1], ["requests/s", "4000", "10000", "40000"]);
        assert_eq!(table.rows()[2], ["visits/s", "1000", "5000", "10000"]);
        assert_eq!(table.rows()[4], ["latency p99, ms", "20.0", "20.0", "20.0"]);
        assert_eq!(table.rows()[10], ["KB per visit", "216.0", "1.7", "200.0"]);
        let table = files(&load());
        assert_eq!(table.rows()[2][2], "-");
        assert_eq!(table.rows()[3], ["`/start.js`", "54.0", "0.9", "50.0"]);
    }

    #[test]
    fn the_server_is_configured_as_the_document_says() {
        let document = include_str!("../../../src/docs/hosting.md");
        let (server, _) = configuration("/srv/footing", Path::new("/log"), Kind::First);
        let (_, rest) = server.split_once("gzip_types ").unwrap();
        let (types, _) = rest.split_once(';').unwrap();
        for kind in types.split(' ') {
            assert!(document.contains(&format!("`{kind}`")), "{kind}");
        }
        for included in server
            .lines()
            .filter(|line| line.trim().starts_with("include "))
        {
            assert!(document.contains(included.trim()), "{included}");
        }
    }

    #[test]
    fn a_cdn_leaves_questions_about_names_without_a_hash() {
        let table = million(&load()).unwrap();
        assert_eq!(table.rows()[1][1..], ["4.0", "4.0", "2.0", "3.0"]);
        assert_eq!(table.rows()[2][1..], ["216.0", "200.0", "1.7", "2.6"]);
        // 4 million requests over 86 400 seconds, ten times that at the peak, of 4000 measured.
        assert_eq!(table.rows()[3][1], "46");
        assert_eq!(table.rows()[4][1], "463");
        assert_eq!(table.rows()[7][1..], ["12 %", "1 %", "2 %", "3 %"]);
        assert_eq!(million(&Load::new()), None);
    }
}
