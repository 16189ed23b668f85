//! Browsers that lack what the check is made for.

use e2e::{Environment, Scripts, Server, Session, Vignette, Walk, words};
use serde_json::Value;

#[test]
fn a_whole_run_without_webassembly_gives_the_same_headline() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::WithoutWasm);
    let story = Vignette::read("06-past-withdrawal-seizure-drinks-daily");
    let mut walk = Walk::begin(&session, &server.url("/"), &story);
    let kind: Value = session.read("return typeof WebAssembly");
    assert_eq!(kind, "undefined");
    let seen = walk.continue_until(|screen| screen.has_button(words().phrases.change_answers));
    assert_eq!(seen[seen.len() - 1].heading, story.headline());
    let asked: Vec<String> = server.requests().into_iter().map(|one| one.path).collect();
    assert!(
        asked.iter().any(|path| path.contains("/without-wasm-")),
        "{asked:?}"
    );
}
