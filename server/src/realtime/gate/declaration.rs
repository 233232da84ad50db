//! A vocabulary as it is written down, in JSON, for all kinds of boards and for whoever writes on them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::blocks::TypeKind;
use super::marks::Mark;
use super::places::LAST_SLOT;
use super::vocabulary::{DEEPEST_TYPE, Keys, Node, Root, RootType, Slot, ValueRule, Vocabulary};

/// What the documents of every kind of board may be made of.
#[derive(Debug, Deserialize)]
pub struct Declaration {
    /// Raised when pages of the version before would damage a document.
    pub version: u32,
    kinds: BTreeMap<String, DeclaredKind>,
    rich_text: RichText,
    longest: Longest,
    deepest: u8,
}

#[derive(Debug, Deserialize)]
struct DeclaredKind {
    roots: BTreeMap<String, Part>,
}

/// The longest things that are no text; in bytes.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Longest {
    id: usize,
    mark: usize,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Part {
    Text {
        longest: u32,
    },
    RichText {
        longest: u32,
    },
    /// A map of ids: to maps with these entries, or to what `entries_are` says.
    Map {
        entries: Option<BTreeMap<String, Part>>,
        entries_are: Option<Box<Part>>,
    },
    String {
        one_of: Option<Vec<Box<str>>>,
        longest: Option<usize>,
        #[serde(default)]
        nullable: bool,
    },
    Integer {
        minimum: i64,
        maximum: i64,
    },
    Boolean {
        one_of: Vec<bool>,
    },
}

#[derive(Debug, Deserialize)]
struct RichText {
    elements: BTreeMap<Box<str>, Element>,
    marks: BTreeMap<Box<str>, DeclaredMark>,
}

#[derive(Debug, Deserialize)]
struct Element {
    /// The elements that it may stand in; `root` is the text itself.
    r#in: Vec<String>,
    /// Whether text stands in it.
    #[serde(default)]
    inline: bool,
    #[serde(default)]
    attributes: BTreeMap<Box<str>, Attribute>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Attribute {
    OneOf(Vec<i64>),
    Of(AttributeType),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum AttributeType {
    Integer,
    Null,
}

#[derive(Debug, Deserialize)]
struct DeclaredMark {
    #[serde(default)]
    attributes: Vec<Box<str>>,
    #[serde(default)]
    schemes: Vec<Box<str>>,
}

/// A declaration that cannot be made a vocabulary of.
#[derive(Debug, thiserror::Error)]
#[error("the vocabulary cannot be read: {0}")]
pub struct BadDeclaration(String);

impl Declaration {
    /// Reads a declaration.
    ///
    /// # Errors
    /// It is none.
    pub fn read(json: &str) -> Result<Self, BadDeclaration> {
        serde_json::from_str(json).map_err(|error| BadDeclaration(error.to_string()))
    }

    /// The kinds of boards in it.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        self.kinds.keys().map(String::as_str)
    }

    /// The vocabulary of one kind.
    ///
    /// # Errors
    /// There is no such kind, or it says what makes no sense.
    pub fn vocabulary(&self, kind: &str) -> Result<Vocabulary, BadDeclaration> {
        let declared = self.kinds.get(kind).ok_or_else(|| BadDeclaration(format!("there is no {kind}")))?;
        let mut maker = Maker { declaration: self, made: Vocabulary::default() };
        maker.made.longest_id = self.longest.id;
        maker.made.deepest = self.deepest.min(DEEPEST_TYPE);
        maker.made.elements = self.rich_text.elements.keys().cloned().collect();
        maker.made.marks = self.rich_text.marks.iter().map(|(name, mark)| self.mark(name, mark)).collect();
        for (name, part) in &declared.roots {
            let (kind, node) = maker.root(name, part)?;
            maker.made.roots.push(Root { name: name.as_str().into(), kind, node });
        }
        Ok(maker.made)
    }

    fn mark(&self, name: &str, mark: &DeclaredMark) -> Mark {
        Mark {
            name: name.into(),
            attributes: mark.attributes.clone(),
            schemes: mark.schemes.clone(),
            longest: self.longest.mark,
        }
    }
}

struct Maker<'d> {
    declaration: &'d Declaration,
    made: Vocabulary,
}

impl Maker<'_> {
    fn root(&mut self, name: &str, part: &Part) -> Result<(RootType, u8), BadDeclaration> {
        match part {
            Part::Text { longest } => Ok((RootType::Text, self.text(*longest)?)),
            Part::Map { entries, entries_are } => {
                Ok((RootType::Map, self.map(name, entries.as_ref(), entries_are.as_deref())?))
            }
            Part::RichText { longest } => Ok((RootType::XmlFragment, self.rich_text(*longest)?)),
            _ => Err(BadDeclaration("a root is a text, a rich text or a map".to_owned())),
        }
    }

    fn text(&mut self, longest: u32) -> Result<u8, BadDeclaration> {
        let slot = self.slot(Slot::Letters(longest))?;
        self.node(Some(slot), Keys::none())
    }

    fn map(
        &mut self,
        name: &str,
        entries: Option<&BTreeMap<String, Part>>,
        entries_are: Option<&Part>,
    ) -> Result<u8, BadDeclaration> {
        let slot = match (entries, entries_are) {
            (Some(entries), None) => {
                let mut keys = Vec::with_capacity(entries.len());
                for (name, part) in entries {
                    keys.push((name.as_str().into(), self.entry(name, part)?));
                }
                let entry = self.node(None, Keys::Named(keys))?;
                self.slot(Slot::Type(TypeKind::Map, entry))?
            }
            (None, Some(part)) => self.entry(name, part)?,
            _ => return Err(BadDeclaration("a map has entries, or says what they are".to_owned())),
        };
        self.node(None, Keys::Any(slot))
    }

    /// The slot behind a key.
    fn entry(&mut self, name: &str, part: &Part) -> Result<u8, BadDeclaration> {
        let slot = match part {
            Part::Text { longest } => Slot::Type(TypeKind::Text, self.text(*longest)?),
            Part::Map { entries, entries_are } => {
                Slot::Type(TypeKind::Map, self.map(name, entries.as_ref(), entries_are.as_deref())?)
            }
            Part::RichText { longest } => Slot::Type(TypeKind::Fragment, self.rich_text(*longest)?),
            Part::String { one_of, longest, nullable } => {
                let longest = longest.unwrap_or(self.declaration.longest.id);
                Slot::Value(
                    name.into(),
                    ValueRule::Strings { one_of: one_of.clone(), longest, nullable: *nullable },
                )
            }
            Part::Integer { minimum, maximum } => Slot::Value(name.into(), ValueRule::Integers(*minimum, *maximum)),
            Part::Boolean { one_of } => Slot::Value(name.into(), ValueRule::Booleans(one_of.clone())),
        };
        self.slot(slot)
    }

    /// The node of a rich text. Its elements get nodes of their own, so that each text can have its own limit.
    fn rich_text(&mut self, longest: u32) -> Result<u8, BadDeclaration> {
        let elements = &self.declaration.rich_text.elements;
        let marked = self.slot(Slot::Marked(longest))?;
        let text = self.node(Some(marked), Keys::none())?;
        let mut nodes: Vec<(Box<str>, u8)> = Vec::with_capacity(elements.len());
        for (name, element) in elements {
            let mut keys = Vec::with_capacity(element.attributes.len());
            for (attribute, values) in &element.attributes {
                let rule = match values {
                    Attribute::OneOf(values) => ValueRule::Numbers(values.clone()),
                    Attribute::Of(AttributeType::Integer) => ValueRule::Integers(i64::MIN, i64::MAX),
                    Attribute::Of(AttributeType::Null) => ValueRule::Null,
                };
                keys.push((attribute.clone(), self.slot(Slot::Value(attribute.clone(), rule))?));
            }
            nodes.push((name.clone(), self.node(None, Keys::Attributes(keys))?));
        }
        for (name, element) in elements {
            let sequence = self.sequence(name, element.inline.then_some(text), &nodes)?;
            let node = nodes.iter().find(|(known, _)| known == name).map(|(_, node)| usize::from(*node));
            if let Some(node) = node.and_then(|node| self.made.nodes.get_mut(node)) {
                node.sequence = sequence;
            }
        }
        let sequence = self.sequence("root", None, &nodes)?;
        self.node(sequence, Keys::none())
    }

    /// The slot of what stands in `parent`; none when nothing does.
    fn sequence(
        &mut self,
        parent: &str,
        text: Option<u8>,
        nodes: &[(Box<str>, u8)],
    ) -> Result<Option<u8>, BadDeclaration> {
        let declared = &self.declaration.rich_text.elements;
        let stands_in =
            |name: &str| declared.get(name).is_some_and(|element| element.r#in.iter().any(|p| p == parent));
        let elements: Vec<_> = nodes.iter().filter(|(name, _)| stands_in(name)).cloned().collect();
        if elements.is_empty() && text.is_none() {
            return Ok(None);
        }
        self.slot(Slot::Elements { elements, text }).map(Some)
    }

    fn slot(&mut self, slot: Slot) -> Result<u8, BadDeclaration> {
        self.made.slots.push(slot);
        last(self.made.slots.len())
    }

    fn node(&mut self, sequence: Option<u8>, keys: Keys) -> Result<u8, BadDeclaration> {
        self.made.nodes.push(Node { sequence, keys });
        last(self.made.nodes.len())
    }
}

impl Keys {
    fn none() -> Self {
        Self::Attributes(Vec::new())
    }
}

fn last(count: usize) -> Result<u8, BadDeclaration> {
    let index = u8::try_from(count.saturating_sub(1)).ok().filter(|index| *index <= LAST_SLOT);
    index.ok_or_else(|| BadDeclaration("it is too large".to_owned()))
}
