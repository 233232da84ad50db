#![no_main]

use libfuzzer_sys::fuzz_target;
use mutants::fuzzing::hear;
use mutants::messages::Kind;

fuzz_target!(|data: &[u8]| hear(Kind::StateVectors, data));
