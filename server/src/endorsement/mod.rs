//! Where the ambition and the business model stand: what was put before the partners, what each says of it, and what
//! follows from that.
//!
//! It is worked out anew whenever somebody asks, from what partners say and from which take part: of those that it was put
//! before by whoever may ([`crate::versions`]), and of those that come and go ([`crate::partnerships`]).

mod decided;
mod standing;
mod telling;

pub(crate) use self::decided::{Decided, decided_in, put_version};
pub(crate) use self::standing::Standing;
pub(crate) use self::telling::{About, What, about, event, notice};
