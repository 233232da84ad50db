//! What somebody might try, as the table in `docs/threats.md` numbers it, where no feature's own tests show it.

mod addresses;
mod canaries;
mod circles;
mod pages;
mod removal;
mod secrets;
mod timing;
mod tokens;

pub(crate) use self::canaries::readable;
