#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| footing_fuzz::site::run(bytes));
