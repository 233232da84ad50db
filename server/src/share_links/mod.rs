//! Links by which people without an account see one thing of a partnership, for a while.
//!
//! What stands in a link is told once, to who makes it, and kept nowhere; it stands after the `#`, which browsers send to
//! nobody, and reaches us in the body of a request, which no log holds. A link ends by itself, and can be ended before.

mod error;
mod keeping;
mod reading;
mod store;

pub(crate) use self::error::ShareLinkError;
pub(crate) use self::keeping::{NewLink, Scope, days, make, revoke};
pub(crate) use self::reading::{ShareLink, list, one};
pub(crate) use self::store::usable;
