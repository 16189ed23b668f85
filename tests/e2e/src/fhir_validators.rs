//! Paths of third-party FHIR tools, from environment variables that `cargo xtask test` sets.

use std::path::PathBuf;

use crate::environment::path;

/// Third-party form renderer and validators.
#[derive(Clone, Debug)]
pub struct FhirTools {
    /// LForms script that renders forms.
    pub lforms: PathBuf,
    /// Medplum validator.
    pub medplum: PathBuf,
    /// HL7's resource definitions.
    pub definitions: PathBuf,
    /// Lantana validator.
    pub lantana: PathBuf,
}

impl FhirTools {
    /// Reads the environment variables.
    ///
    /// # Panics
    ///
    /// If one is not set: see [`Environment::read`](crate::Environment::read).
    pub fn read() -> FhirTools {
        FhirTools {
            lforms: path("FOOTING_LFORMS"),
            medplum: path("FOOTING_MEDPLUM"),
            definitions: path("FOOTING_FHIR_DEFINITIONS"),
            lantana: path("FOOTING_LANTANA"),
        }
    }
}
