//! What `cargo xtask soak` tells the tests: to walk further and try more than in CI, from another seed.

/// Variable with the seed of random walks and made-up input.
pub const SEED: &str = "FOOTING_WALK_SEED";

/// Variable with the number of steps of a random walk.
pub const STEPS: &str = "FOOTING_WALK_STEPS";

/// Variable with the number of damaged inputs for each fuzz target.
pub const CASES: &str = "FOOTING_FUZZ_CASES";

/// Reads one of these variables. `None` in CI.
pub fn wanted(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}
