#pragma once

#include <string>
#include <string_view>

namespace tollmeter::ui {

/// The <iframe> with which another page shows a calculation. `page_address` is what stands before a link, up to its '#'; `link`
/// the fragment.
std::string embed_html(std::string_view title, std::string_view page_address, std::string_view link);

}  // namespace tollmeter::ui
