//! Files that people take along: what they are called, and in which language they speak.

mod language;
mod name;

pub(crate) use self::language::Language;
pub(crate) use self::name::attachment;
