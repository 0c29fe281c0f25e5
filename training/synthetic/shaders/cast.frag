#version 330
// nothing but depth
void main() {}
