//! What the height of the frame tells the host page: how many screens it can tell apart.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use e2e::{Environment, Scheme, Scripts, Session, Size, Specimens, Viewport};

/// The height of a screen in a frame, as `static/embedded.js` measures it.
const HEIGHT: &str = "
    document.documentElement.classList.add('inline');
    return document.body.getBoundingClientRect().height;
";

/// Widths of frames in host pages, in pixels: of a phone, and of a column of text.
const WIDTHS: [u32; 2] = [340, 680];

/// Names of screens by what the frame tells of their height.
type Told = BTreeMap<u32, Vec<String>>;

/// Screens of a kind that must have one height in common, in percent.
const ALIKE: usize = 75;

#[test]
fn heights_of_the_frame_tell_few_screens_apart() {
    let specimens = Specimens::serve(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    for (width, ladder) in WIDTHS.into_iter().zip(ladders()) {
        session.set(Viewport {
            size: Size { width, height: 740 },
            scheme: Scheme::Light,
        });
        let questions = specimens.names.iter();
        let questions = questions
            .filter(|name| name.starts_with("question-") && !name.ends_with("pseudo-locale"));
        for (what, names) in [
            ("questions", questions.collect::<Vec<_>>()),
            ("results", specimens.closed_results.iter().collect()),
        ] {
            let mut told = Told::new();
            for name in &names {
                session.visit(&specimens.url(name));
                let height: f64 = session.read(HEIGHT);
                let step = ladder.iter().find(|step| f64::from(**step) >= height);
                let alike = told.entry(*step.unwrap()).or_default();
                alike.push((*name).clone());
            }
            let counts: Vec<String> = told
                .iter()
                .map(|(height, names)| format!("{} at {height}", names.len()))
                .collect();
            println!("{what}, {width} pixels wide: {}", counts.join(", "));
            let most = told.values().map(Vec::len).max().unwrap();
            assert!(names.len() > 30, "{}", names.len());
            assert!(most * 100 >= names.len() * ALIKE, "{what}: {told:#?}");
            assert!(told.len() <= 3, "{what}: {told:#?}");
        }
    }
}

/// The heights that a narrow and a wide frame may have, from the script that tells them.
fn ladders() -> [Vec<u32>; 2] {
    let script = include_str!("../../../static/embedded.js");
    let list = |name: &str| -> Vec<u32> {
        let (_, list) = script.split_once(&format!("const {name} = [")).unwrap();
        let (list, _) = list.split_once(']').unwrap();
        let steps = list.split(',').map(str::trim);
        steps.filter_map(|step| step.parse().ok()).collect()
    };
    let narrow = list("NARROW");
    let wide = list("WIDE").into_iter().chain(narrow[2..].iter().copied());
    [narrow.clone(), wide.collect()]
}
