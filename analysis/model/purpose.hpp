// What a stage's image is for.
#pragma once

#include "analysis/model/model.hpp"

namespace dockwright::model {

// True if the stage, or one it is FROM, has a CMD or ENTRYPOINT that runs a program: not a shell or a prompt to work
// in, not something that only waits, not a build. An image that runs nothing in particular may be meant for building,
// or for people.
bool runs_a_program(const Stage& stage);

// For every stage: true if it ships as part of an exported stage that runs a program.
std::vector<bool> stages_of_programs(const Model& model);

}  // namespace dockwright::model
