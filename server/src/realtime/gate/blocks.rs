//! One block of an update, as Yjs writes it (lib0 v1): what is inserted, and beside what.

use super::reader::{Malformed, Reader};
use super::refusal::Refusal;
use super::values;

/// One letter or value: a client and the number it gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Id {
    pub(super) client: u64,
    pub(super) clock: u32,
}

/// What stands in an update for a number of clocks of one client.
#[derive(Debug)]
pub(super) struct Block<'a> {
    pub(super) len: u32,
    pub(super) body: Body<'a>,
}

#[derive(Debug)]
pub(super) enum Body<'a> {
    /// Was there once, in something that is gone.
    Gone,
    /// Left out: the writer does not have it either.
    Skipped,
    Item(Item<'a>),
}

/// Something inserted. Where it stands it says itself, or its neighbours do.
#[derive(Debug)]
pub(super) struct Item<'a> {
    pub(super) standing: Standing<'a>,
    pub(super) content: Content<'a>,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Standing<'a> {
    /// In this parent, under this key if it has one.
    In(Parent<'a>, Option<&'a str>),
    /// Where these stand.
    Beside { left: Option<Id>, right: Option<Id> },
}

#[derive(Clone, Copy, Debug, Hash)]
pub(super) enum Parent<'a> {
    Root(&'a str),
    Type(Id),
}

#[derive(Debug)]
pub(super) enum Content<'a> {
    Deleted,
    Text {
        letters: u32,
    },
    /// A mark begins or ends.
    Format {
        name: &'a str,
        json: &'a str,
    },
    Type(TypeKind<'a>),
    /// Values, one after the other.
    Values {
        count: u32,
        values: Reader<'a>,
    },
    /// Something that no board has, in the plural.
    Unwanted(&'static str),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TypeKind<'a> {
    Array,
    Map,
    Text,
    Element(&'a str),
    Fragment,
    XmlText,
}

const HAS_KEY: u8 = 0x20;
const HAS_RIGHT: u8 = 0x40;
const HAS_LEFT: u8 = 0x80;

impl<'a> Block<'a> {
    /// Reads one block.
    pub(super) fn read(reader: &mut Reader<'a>) -> Result<Self, Refusal> {
        let info = reader.byte()?;
        let (body, len) = match info {
            0 => (Body::Gone, reader.number_32()?),
            10 => (Body::Skipped, reader.number_32()?),
            _ => {
                let standing = Standing::read(info, reader)?;
                let (content, len) = Content::read(info & 0x1f, reader)?;
                (Body::Item(Item { standing, content }), len)
            }
        };
        // Nothing of no length is ever written; readers disagree about what it would mean.
        if len == 0 { Err(Refusal::Malformed) } else { Ok(Self { len, body }) }
    }

    /// Checks what [`Self::read`] passes over: that JSON is JSON and not too deep.
    pub(super) fn check(&self) -> Result<(), Refusal> {
        match &self.body {
            Body::Item(Item { content: Content::Format { json, .. }, .. }) => values::check_json(json),
            _ => Ok(()),
        }
    }
}

impl<'a> Standing<'a> {
    fn read(info: u8, reader: &mut Reader<'a>) -> Result<Self, Malformed> {
        let left = if info & HAS_LEFT == 0 { None } else { Some(Id::read(reader)?) };
        let right = if info & HAS_RIGHT == 0 { None } else { Some(Id::read(reader)?) };
        if left.is_some() || right.is_some() {
            return Ok(Self::Beside { left, right });
        }
        let parent = match reader.number()? {
            1 => Parent::Root(reader.string()?),
            0 => Parent::Type(Id::read(reader)?),
            _ => return Err(Malformed),
        };
        let key = if info & HAS_KEY == 0 { None } else { Some(reader.string()?) };
        Ok(Self::In(parent, key))
    }
}

impl Id {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self { client: reader.client_id()?, clock: reader.number_32()? })
    }
}

impl<'a> Content<'a> {
    /// Reads what is inserted, and for how many clocks.
    fn read(kind: u8, reader: &mut Reader<'a>) -> Result<(Self, u32), Refusal> {
        Ok(match kind {
            1 => (Self::Deleted, reader.number_32()?),
            3 => {
                reader.buffer()?;
                (Self::Unwanted("bytes"), 1)
            }
            4 => {
                let letters = utf16_length(reader.string()?)?;
                (Self::Text { letters }, letters)
            }
            5 => {
                values::check_json(reader.string()?)?;
                (Self::Unwanted("embeds"), 1)
            }
            6 => (Self::Format { name: reader.string()?, json: reader.string()? }, 1),
            7 => (Self::Type(TypeKind::read(reader)?), 1),
            8 => {
                let count = u32::try_from(reader.count(1)?).map_err(|_| Malformed)?;
                let values = reader.clone();
                for _ in 0..count {
                    values::any(reader)?;
                }
                (Self::Values { count, values }, count)
            }
            // Legacy JSON, which `yrs` reads wrongly, subdocuments, and what is not known yet: what follows them
            // cannot be told.
            2 => return Err(Refusal::Kind("old JSON values")),
            9 => return Err(Refusal::Kind("documents in documents")),
            _ => return Err(Refusal::Malformed),
        })
    }
}

impl<'a> TypeKind<'a> {
    fn read(reader: &mut Reader<'a>) -> Result<Self, Refusal> {
        Ok(match reader.byte()? {
            0 => Self::Array,
            1 => Self::Map,
            2 => Self::Text,
            3 => Self::Element(reader.string()?),
            4 => Self::Fragment,
            6 => Self::XmlText,
            // A hook, which `yrs` reads differently from Yjs; a weak link; what is not known yet.
            _ => return Err(Refusal::Kind("types of this kind")),
        })
    }
}

/// How many clocks a text takes: as many as JavaScript counts letters.
fn utf16_length(text: &str) -> Result<u32, Malformed> {
    let length = if text.is_ascii() { text.len() } else { text.chars().map(char::len_utf16).sum() };
    u32::try_from(length).map_err(|_| Malformed)
}
