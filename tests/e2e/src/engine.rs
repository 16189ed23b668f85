//! Browser engines in which the tests run.

/// Browser engine, chosen for a whole run by the environment variable `FOOTING_ENGINE`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, the default: the whole suite.
    Chromium,
    /// Firefox ESR through geckodriver.
    Firefox,
    /// WebKitGTK: its MiniBrowser through WebKitWebDriver, in Xvfb.
    WebKit,
}

impl Engine {
    /// All engines.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// Name in `FOOTING_ENGINE`.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// The engine of this run.
    ///
    /// # Panics
    ///
    /// If the variable names no engine: a run in another engine than the wanted one must not pass.
    pub fn current() -> Engine {
        let wanted = std::env::var("FOOTING_ENGINE").unwrap_or_default();
        Engine::named(&wanted).unwrap_or_else(|| {
            panic!("FOOTING_ENGINE names no engine: '{wanted}'. Use chromium, firefox or webkit.")
        })
    }

    fn named(name: &str) -> Option<Engine> {
        if name.is_empty() {
            return Some(Engine::Chromium);
        }
        Engine::ALL.into_iter().find(|engine| engine.name() == name)
    }

    /// Panics outside Chromium: a test that uses this belongs into `impossible.toml`.
    #[track_caller]
    pub(crate) fn assert_chromium(self, what: &str) {
        if self != Engine::Chromium {
            self.refuse(what);
        }
    }

    /// Panics: a test that uses this belongs into `impossible.toml`.
    #[track_caller]
    pub(crate) fn refuse(self, what: &str) -> ! {
        panic!(
            "{what}: the driver of {} cannot do this. \
             Name the test in tests/e2e/impossible.toml, with the reason.",
            self.name()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Engine;

    #[test]
    fn every_engine_is_found_by_its_name_and_chromium_without_one() {
        for engine in Engine::ALL {
            assert_eq!(Engine::named(engine.name()), Some(engine));
        }
        assert_eq!(Engine::named(""), Some(Engine::Chromium));
        assert_eq!(Engine::named("Chromium"), None);
    }
}
