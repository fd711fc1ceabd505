#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace tollmeter {

/// First in, first out. A vector with a head: the standard library's deque brings ten times the code.
template <class Item>
class Fifo {
 public:
  bool empty() const { return head_ == items_.size(); }
  std::size_t size() const { return items_.size() - head_; }
  Item& front() { return items_[head_]; }
  const Item& front() const { return items_[head_]; }
  const Item& back() const { return items_.back(); }
  auto begin() { return items_.begin() + static_cast<std::ptrdiff_t>(head_); }
  auto end() { return items_.end(); }
  auto begin() const { return items_.begin() + static_cast<std::ptrdiff_t>(head_); }
  auto end() const { return items_.end(); }

  void push_back(Item item) {
    // What has left is forgotten once it is the larger part.
    if (head_ > 64 && head_ > items_.size() / 2) {
      items_.erase(items_.begin(), begin());
      head_ = 0;
    }
    items_.push_back(std::move(item));
  }
  void pop_front() { ++head_; }

 private:
  std::vector<Item> items_;
  std::size_t head_ = 0;
};

}  // namespace tollmeter
