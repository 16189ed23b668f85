//! Where the programs of others are that read our FHIR: `cargo xtask test` tells.

use std::path::PathBuf;

use crate::environment::path;

/// A form renderer and two validators, none of them written by us.
#[derive(Clone, Debug)]
pub struct Peers {
    /// The script of LForms that draws a form.
    pub lforms: PathBuf,
    /// The validator of Medplum.
    pub medplum: PathBuf,
    /// HL7's definitions of the resources.
    pub definitions: PathBuf,
    /// The validator of Lantana.
    pub lantana: PathBuf,
}

impl Peers {
    /// Reads the variables.
    ///
    /// # Panics
    ///
    /// If one is not set: see [`Environment::read`](crate::Environment::read).
    pub fn read() -> Peers {
        Peers {
            lforms: path("FOOTING_LFORMS"),
            medplum: path("FOOTING_MEDPLUM"),
            definitions: path("FOOTING_FHIR_DEFINITIONS"),
            lantana: path("FOOTING_LANTANA"),
        }
    }
}
