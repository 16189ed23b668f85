//! What tools in the browser do to the page: translation, dark modes, password managers. And impatient hands.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{CHOICES, Environment, Scripts, Server, Session};
use serde_json::{Value, json};

/// Translates the page as Chrome does: puts every text into two elements of its own, and what is drawn later too.
const TRANSLATE: &str = "
    const translate = (root) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        for (const text of texts) {
            if (!text.data.trim() || text.parentNode.closest?.('font, script, style, svg')) continue;
            const outer = document.createElement('font');
            const inner = document.createElement('font');
            outer.append(inner);
            if (arguments[0]) {
                text.before(outer);
                text.remove();
            } else {
                text.replaceWith(outer);
            }
            inner.textContent = '\u{ab}' + text.data + '\u{bb}';
        }
    };
    translate(document.body);
    new MutationObserver((changes) => {
        for (const { addedNodes, target, type } of changes) {
            if (type === 'characterData') translate(target.parentNode ?? document.body);
            for (const node of addedNodes) if (node.isConnected) translate(node.nodeType === 3 ? node.parentNode : node);
        }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    return null;";

/// Adds to every element what dark modes and password managers add.
const DECORATE: &str = "
    const decorate = () => {
        for (const one of document.querySelectorAll('body *:not([data-tool])')) {
            one.setAttribute('data-tool', '');
            one.setAttribute('data-darkreader-inline-color', '');
            if (one.matches('label, fieldset, form, main, ul, ol, p')) {
                const icon = document.createElement('tool-icon');
                icon.setAttribute('data-tool', '');
                one.append(icon);
            }
        }
    };
    decorate();
    new MutationObserver(decorate).observe(document.body, { childList: true, subtree: true });
    return null;";

/// Goes to the result by the main button of each screen, and returns the text of each.
const WALK: &str = "
    const [choices, done] = arguments;
    const seen = [];
    const plain = (text) => text.replace(/[\u{ab}\u{bb}]/g, '').replace(/\\s+/g, ' ').trim();
    (function step() {
        const main = document.querySelector('main');
        if (!document.querySelector('#footing-failed').hidden) return done(['failed', ...seen]);
        if (document.querySelector('[aria-busy]')) return requestAnimationFrame(step);
        if (seen.length > 60) return done(['no end', ...seen]);
        for (const id of choices) {
            const input = document.getElementById(id);
            if (input && !input.checked) input.click();
        }
        requestAnimationFrame(() => setTimeout(() => {
            seen.push(plain(document.querySelector('main').textContent));
            const onward = document.querySelector('main .primary');
            if (document.querySelector('.on-result') || !onward) return done(seen);
            onward.click();
            requestAnimationFrame(() => setTimeout(step));
        }));
    })();";

#[test]
fn tools_that_change_the_page_change_neither_questions_nor_result() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let expected = walk(&server, &session, "return null;", false);
    assert!(expected.len() > 8, "{expected:?}");
    for (tool, in_two_steps) in [(TRANSLATE, false), (TRANSLATE, true), (DECORATE, false)] {
        let seen = walk(&server, &session, tool, in_two_steps);
        for (seen, expected) in seen.iter().zip(&expected) {
            assert_eq!(seen, expected);
        }
        assert_eq!(seen.len(), expected.len());
    }
    let severe: Vec<_> = session.console();
    assert_eq!(severe, []);
}

fn walk(server: &Server, session: &Session, tool: &str, in_two_steps: bool) -> Vec<String> {
    session.visit(&server.url("/"));
    session.wait_until_running();
    let _: Value = session.read_with(tool, &[json!(in_two_steps)]);
    session.read_later(WALK, &[json!(CHOICES)])
}
