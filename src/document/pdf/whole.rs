//! Whether content can be unpacked to its end: what is damaged on the way would else be lost without a word.

use std::io;

use flate2::read::DeflateDecoder;
use hayro_interpret::hayro_syntax::Filter;
use hayro_interpret::hayro_syntax::object::Stream;

/// Tells whether nothing on the way to the end of a stream is damaged. The sum behind the end does not matter: some
/// programs leave it out.
pub(super) fn is_whole(stream: &Stream<'_>) -> bool {
    if stream.filters().as_slice() != [Filter::FlateDecode] {
        return stream.decoded_data().is_ok();
    }
    let data = stream.raw_data();
    // Two bytes ahead say how it was packed; some programs leave those out too.
    [2, 0].iter().filter_map(|start| data.get(*start..)).any(unpacks) || data.len() < 2
}

fn unpacks(packed: &[u8]) -> bool {
    io::copy(&mut DeflateDecoder::new(packed), &mut io::sink()).is_ok()
}
