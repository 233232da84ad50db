//! What a document may be made of: roots, keys, elements, marks and values, and which may stand in which.
//!
//! A vocabulary is a graph of *nodes*, the insides of types, and *slots*, the places in them. It is made once from a
//! declaration ([`Declaration`]) and then only asked.

use super::blocks::{Content, Item, TypeKind};
use super::marks::Mark;
use super::places::Inside;
use super::refusal::{Name, Refusal};
use super::values::{self, Scalar};

/// How many types may be in each other: `yrs` and browsers go through them by recursion.
pub(super) const DEEPEST_TYPE: u8 = 64;

/// What the documents of one kind of board may be made of.
#[derive(Debug, Default)]
pub struct Vocabulary {
    pub(super) roots: Vec<Root>,
    pub(super) nodes: Vec<Node>,
    pub(super) slots: Vec<Slot>,
    /// Every element that there is somewhere.
    pub(super) elements: Vec<Box<str>>,
    pub(super) marks: Vec<Mark>,
    /// The longest key that people choose, in bytes.
    pub(super) longest_id: usize,
    /// How many types may be in each other.
    pub(super) deepest: u8,
}

/// What a root of a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RootType {
    /// Plain text.
    Text,
    /// A map by key.
    Map,
    /// Rich text.
    XmlFragment,
}

#[derive(Debug)]
pub(super) struct Root {
    pub(super) name: Box<str>,
    pub(super) kind: RootType,
    pub(super) node: u8,
}

/// The inside of a type.
#[derive(Debug)]
pub(super) struct Node {
    /// What stands in it one after the other.
    pub(super) sequence: Option<u8>,
    /// What stands in it by key.
    pub(super) keys: Keys,
}

#[derive(Debug)]
pub(super) enum Keys {
    Named(Vec<(Box<str>, u8)>),
    /// The same for these names, which are attributes of an element.
    Attributes(Vec<(Box<str>, u8)>),
    /// Whatever id its writer chose.
    Any(u8),
}

/// A place, and what may stand there.
#[derive(Debug)]
pub(super) enum Slot {
    /// Plain text, of which one piece has at most so many letters.
    Letters(u32),
    /// Text with marks.
    Marked(u32),
    /// Elements, and marked text where there is a node for it.
    Elements { elements: Vec<(Box<str>, u8)>, text: Option<u8> },
    /// A type of this kind.
    Type(TypeKind<'static>, u8),
    /// A value. The name is that of the key, to say it.
    Value(Box<str>, ValueRule),
}

#[derive(Debug)]
pub(super) enum ValueRule {
    Null,
    Booleans(Vec<bool>),
    /// From, to, both included.
    Integers(i64, i64),
    Numbers(Vec<i64>),
    Strings {
        one_of: Option<Vec<Box<str>>>,
        longest: usize,
        nullable: bool,
    },
}

impl Vocabulary {
    /// The names and types of the roots.
    pub fn roots(&self) -> impl Iterator<Item = (&str, RootType)> {
        self.roots.iter().map(|root| (&*root.name, root.kind))
    }

    /// The node of a root.
    pub(super) fn root(&self, name: &str) -> Result<Inside, Refusal> {
        let root = self.roots.iter().find(|root| &*root.name == name);
        root.map(|root| Inside { node: root.node, depth: 0 }).ok_or_else(|| Refusal::Root(Name::of(name)))
    }

    /// The slot in a node, by key or in its sequence.
    pub(super) fn slot_in(&self, node: u8, key: Option<&str>) -> Result<u8, Refusal> {
        let node = self.nodes.get(usize::from(node)).ok_or(Refusal::Foreign)?;
        let Some(key) = key else { return node.sequence.ok_or(Refusal::Place) };
        if key.len() > self.longest_id {
            return Err(Refusal::LongName);
        }
        match &node.keys {
            Keys::Named(keys) => named(keys, key).ok_or_else(|| Refusal::Key(Name::of(key))),
            Keys::Attributes(keys) => named(keys, key).ok_or_else(|| Refusal::Attribute(Name::of(key))),
            Keys::Any(slot) if !key.is_empty() && is_plain(key) => Ok(*slot),
            Keys::Any(_) => Err(Refusal::Key(Name::of(key))),
        }
    }

    /// Whether `slot` is of a key, and not of a sequence.
    pub(super) fn is_keyed(&self, slot: u8) -> bool {
        matches!(self.slots.get(usize::from(slot)), Some(Slot::Type(..) | Slot::Value(..)))
    }

    /// Whether `item` may stand in `slot`, and the node of its inside if it is a type.
    pub(super) fn admit(&self, slot: u8, item: &Item<'_>) -> Result<Option<u8>, Refusal> {
        let slot = self.slots.get(usize::from(slot)).ok_or(Refusal::Foreign)?;
        match (slot, &item.content) {
            (_, Content::Deleted) => Ok(None),
            (_, Content::Unwanted(kinds)) => Err(Refusal::Kind(kinds)),
            (Slot::Letters(longest) | Slot::Marked(longest), Content::Text { letters }) => {
                if letters <= longest {
                    Ok(None)
                } else {
                    Err(Refusal::TooLong)
                }
            }
            (Slot::Marked(_), Content::Format { name, json }) => self.admit_mark(name, json).map(|()| None),
            (Slot::Letters(_), Content::Format { name, .. }) => Err(Refusal::Mark(Name::of(name))),
            (Slot::Elements { elements, .. }, Content::Type(TypeKind::Element(name))) => {
                self.admit_element(elements, name).map(Some)
            }
            (Slot::Elements { text: Some(node), .. }, Content::Type(TypeKind::XmlText)) => Ok(Some(*node)),
            (Slot::Type(kind, node), Content::Type(found)) if found == kind => Ok(Some(*node)),
            (Slot::Value(name, rule), Content::Values { count, values }) => {
                let mut values = values.clone();
                for _ in 0..*count {
                    rule.admit(name, values::any(&mut values)?)?;
                }
                Ok(None)
            }
            (Slot::Value(name, _), _) => Err(Refusal::Value(Name::of(name))),
            _ => Err(Refusal::Place),
        }
    }

    fn admit_element(&self, elements: &[(Box<str>, u8)], name: &str) -> Result<u8, Refusal> {
        named(elements, name).ok_or_else(|| {
            let is_known = self.elements.iter().any(|known| &**known == name);
            if is_known { Refusal::Misplaced(Name::of(name)) } else { Refusal::Element(Name::of(name)) }
        })
    }

    fn admit_mark(&self, name: &str, json: &str) -> Result<(), Refusal> {
        match self.marks.iter().find(|mark| &*mark.name == name) {
            Some(mark) => mark.admit(json),
            None => Err(Refusal::Mark(Name::of(name))),
        }
    }
}

impl ValueRule {
    fn admit(&self, name: &str, value: Scalar<'_>) -> Result<(), Refusal> {
        let fits = match (self, value) {
            (Self::Null, Scalar::Null) => true,
            (Self::Booleans(allowed), Scalar::Boolean(value)) => allowed.contains(&value),
            (Self::Integers(from, to), Scalar::Integer(value)) => (from..=to).contains(&&value),
            (Self::Numbers(allowed), Scalar::Integer(value)) => allowed.contains(&value),
            (Self::Strings { nullable, .. }, Scalar::Null) => *nullable,
            (Self::Strings { longest, .. }, Scalar::String(value)) if value.len() > *longest => {
                return Err(Refusal::TooLong);
            }
            (Self::Strings { one_of: Some(allowed), .. }, Scalar::String(value)) => {
                allowed.iter().any(|allowed| &**allowed == value)
            }
            (Self::Strings { one_of: None, .. }, Scalar::String(value)) => is_plain(value),
            _ => false,
        };
        if fits { Ok(()) } else { Err(Refusal::Value(Name::of(name))) }
    }
}

/// Without control characters: databases and logs stumble over them, and no page writes any here.
fn is_plain(text: &str) -> bool {
    !text.contains(char::is_control)
}

fn named(among: &[(Box<str>, u8)], name: &str) -> Option<u8> {
    among.iter().find(|(known, _)| &**known == name).map(|(_, index)| *index)
}
