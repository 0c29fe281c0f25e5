#version 330
// skin, cloth, eyes, shoes and hair seen small: as surface.frag and strands.frag, at a tenth of the work
uniform int kind;            // 0 skin, 1 cloth, 2 eye, 4 painted (shoes), 5 hair
uniform vec3 eye;
uniform vec3 key_way;
uniform vec3 key_light;
uniform vec3 fill_way;
uniform vec3 fill_light;
uniform vec3 sky;
uniform vec3 ground;
uniform sampler2D shadow_map;
uniform sampler2D paint;     // skin: colour; cloth: what is printed on the chest
uniform vec4 print_box;      // cloth: left, bottom, width and height of the print at rest, metres; no print at width 0
uniform float shadow_texel;
uniform float shadow_depth;
uniform int pattern;         // 0 plain, 1 stripes, 2 checks, 3 denim, 4 knit, 5 dots, 6 pinstripe, 7 rib, 8 up and down stripes,
                             // 9 camouflage, 10 flowers
uniform vec3 dye;
uniform vec3 dye2;
uniform float pattern_size;
uniform float wrinkle;
uniform float gloss;
uniform float fuzz;
in vec3 v_place;
in vec3 v_normal;
in vec3 v_colour;
in vec4 v_rest;
in float v_hem;
in vec2 v_uv;
in vec3 v_light;
out vec4 out_colour;

float hash(vec3 p) {
    p = fract(p * vec3(0.1031, 0.1030, 0.0973));
    p += dot(p, p.yxz + 33.33);
    return fract((p.x + p.y) * p.z);
}
float noise(vec3 p) {
    vec3 i = floor(p), f = fract(p);
    f = f * f * (3.0 - 2.0 * f);
    float a = mix(mix(hash(i), hash(i + vec3(1, 0, 0)), f.x),
                  mix(hash(i + vec3(0, 1, 0)), hash(i + vec3(1, 1, 0)), f.x), f.y);
    float b = mix(mix(hash(i + vec3(0, 0, 1)), hash(i + vec3(1, 0, 1)), f.x),
                  mix(hash(i + vec3(0, 1, 1)), hash(i + vec3(1, 1, 1)), f.x), f.y);
    return mix(a, b, f.z);
}

float shadow(vec3 n) {
    float slope = 1.0 - clamp(dot(n, key_way), 0.0, 1.0);
    float z = v_light.z - (0.022 + 0.02 * slope) / shadow_depth;
    float turn = fract(52.98 * fract(dot(gl_FragCoord.xy, vec2(0.0671, 0.00584)))) * 6.2832;
    float lit = 0.0;
    for (int i = 0; i < 6; ++i) {
        float r = sqrt((float(i) + 0.5) / 6.0) * 1.8;
        float t = float(i) * 2.39996 + turn;
        lit += z <= texture(shadow_map, v_light.xy + vec2(cos(t), sin(t)) * r * shadow_texel).r ? 1.0 : 0.0;
    }
    return lit / 6.0;
}

vec3 cloth_colour() {
    vec2 flat_place = v_rest.z > 0.0 ? v_uv : v_rest.xy;
    vec2 m = flat_place / pattern_size;
    float blur = clamp(min(length(fwidth(v_rest.xy)), length(fwidth(v_uv))) / pattern_size, 0.001, 1.0);
    float clear = clamp(1.3 - blur * 1.6, 0.0, 1.0);   // what is finer than a pixel becomes its mean
    vec3 base = dye;
    if (pattern == 1) base = mix(dye, dye2, smoothstep(-blur, blur, abs(fract(m.y) - 0.5) - 0.27));
    else if (pattern == 8) base = mix(dye, dye2, smoothstep(-blur, blur, abs(fract(m.x) - 0.5) - 0.27));
    else if (pattern == 2) {
        float a = smoothstep(-blur, blur, abs(fract(m.x) - 0.5) - 0.25);
        float b = smoothstep(-blur, blur, abs(fract(m.y) - 0.5) - 0.25);
        base = mix(dye, dye2, (a + b) * 0.5);
    } else if (pattern == 3) {
        float fade = noise(v_colour * 5.0) * 0.7 + noise(v_colour * 60.0) * 0.3;
        base = mix(dye * 0.86, dye2, smoothstep(0.42, 0.9, fade) * 0.55);
    } else if (pattern == 4 || pattern == 7) {
        base = dye * mix(0.92, 0.78 + 0.28 * (0.5 + 0.5 * cos(m.x * 6.2832)), clear);
    } else if (pattern == 5) {
        vec2 c = m + vec2(floor(m.y) * 0.5, 0.0);
        base = mix(dye, mix(dye2, dye, smoothstep(0.24 - blur, 0.24 + blur, length(fract(c) - 0.5))), clear);
    } else if (pattern == 6) base = mix(dye, mix(dye2, dye, smoothstep(0.03, 0.03 + blur, abs(fract(m.x) - 0.5))), clear);
    else if (pattern == 9) {
        float a = noise(v_colour / pattern_size + 5.0), b = noise(v_colour / pattern_size * 1.7 + 31.0);
        base = mix(dye, dye2, smoothstep(0.5, 0.53, a));
        base = mix(base, (dye + dye2) * 0.28, smoothstep(0.62, 0.65, b));
    } else if (pattern == 10) {
        vec2 cell = floor(m), w = fract(m) - 0.5;
        float which = hash(vec3(cell, 7.0)), grown = 0.65 + 0.4 * hash(vec3(cell, 3.0));
        vec2 off = vec2(hash(vec3(cell, 1.0)), hash(vec3(cell, 2.0))) * 0.36 - 0.18;
        w = (w - off) / grown;
        // five round petals about a heart: the turn is folded into one petal
        float turn = mod(atan(w.y, w.x) + 6.2832 * which, 1.2566) - 0.6283, far = length(w);
        float leaf = length(vec2(cos(turn), sin(turn)) * far - vec2(0.155, 0.0)) - 0.105;
        vec3 petal = mix(dye2, dye2.brg, step(0.6, which)), heart = mix(petal * 0.35, dye2.gbr, 0.35);
        vec3 bloom = mix(mix(petal, dye, smoothstep(-blur, blur, leaf)), heart, 1.0 - smoothstep(0.06 - blur, 0.06 + blur, far));
        base = mix(bloom, mix(dye, petal, 0.2), 1.0 - clear);
    }
    if (print_box.z > 0.0 && v_colour.y < -0.02) {
        vec2 at = (v_colour.xz - print_box.xy) / print_box.zw;
        if (all(greaterThan(at, vec2(0.0))) && all(lessThan(at, vec2(1.0)))) {
            vec4 ink = texture(paint, at);
            base = mix(base, ink.rgb, ink.a);
        }
    }
    return base;
}

void main() {
    vec3 view = normalize(eye - v_place);
    vec3 base = v_colour, result;
    if (kind == 5) {
        vec3 t = normalize(v_normal);
        float lit = shadow(view);
        float k = dot(t, key_way), f = dot(t, fill_way);
        vec3 half_way = normalize(key_way + view);
        float h = dot(normalize(t - 0.16 * view), half_way);
        float shine = pow(max(1.0 - h * h, 0.0), 9.0);
        vec3 light = key_light * sqrt(max(1.0 - k * k, 0.0)) * (0.15 + 0.45 * lit);
        light += fill_light * sqrt(max(1.0 - f * f, 0.0)) * 0.6 + mix(ground, sky, 0.6) * 0.75;
        result = base * light + 0.22 * shine * lit * key_light * base;
    } else {
        vec3 n = normalize(v_normal);
        bool behind = dot(n, view) < 0.0;
        if (behind && (kind == 1 || kind == 4)) n = -n;
        float shine = gloss, power = 24.0, inside = behind && kind == 1 ? 0.45 : 1.0;
        if (kind == 0) {
            base = mix(texture(paint, v_uv, -0.5).rgb, v_colour, v_rest.w);
            shine = gloss; power = 18.0;
        } else if (kind == 1) {
            base = cloth_colour();
            vec3 q = v_colour + 0.02 * sin(v_colour.yzx * 23.0);
            float h = noise(q * vec3(17.0, 17.0, 10.0)) * 0.65 + noise(q * vec3(39.0, 39.0, 22.0)) * 0.35;
            // the fold's slope, from how its height changes over the pixels (a bump that needs no tangents)
            vec3 along = dFdx(v_place), down = dFdy(v_place);
            vec3 r1 = cross(down, n), r2 = cross(n, along);
            float size = dot(along, r1);
            float height = wrinkle * v_rest.w * 0.035;
            vec3 slope = sign(size) * (dFdx(h) * r1 + dFdy(h) * r2) * height;
            n = normalize(max(abs(size), 1e-12) * n - slope * 1.0);
            base *= mix(1.0, 0.86 + 0.24 * h, clamp(wrinkle * v_rest.w, 0.0, 1.0) * 0.7);
            base *= mix(0.70, 1.0, smoothstep(0.0, 0.006, v_hem));
        } else if (kind == 4) {
            base = mix(base, dye, step(v_rest.z, 0.002));
            float instep = step(0.05, v_rest.x) * step(v_rest.x, 0.95) * step(abs(v_rest.y), 0.019) * step(0.025, v_rest.z);
            base = mix(base, mix(base, dye2, 0.6), instep);
        } else { shine = gloss; power = 120.0; }
        float lit = shadow(n);
        float k = dot(n, key_way);
        vec3 light;
        if (kind == 0) {
            vec3 wrap = clamp((vec3(k) + vec3(0.30, 0.14, 0.10)) / vec3(1.30, 1.14, 1.10), 0.0, 1.0);
            light = key_light * wrap * mix(vec3(0.10, 0.03, 0.02), vec3(1.0), lit);
        } else light = key_light * max((k + 0.08) / 1.08, 0.0) * lit;
        light += fill_light * max((dot(n, fill_way) + 0.35) / 1.35, 0.0);
        light += mix(ground, sky, n.z * 0.5 + 0.5);
        vec3 half_way = normalize(key_way + view);
        float facing = clamp(dot(n, view), 0.0, 1.0);
        float edge = pow(1.0 - facing, 4.0);
        result = base * light * inside;
        result += shine * (0.25 + 0.75 * edge) * pow(max(dot(n, half_way), 0.0), power) * key_light * lit * (power / 24.0);
        result += shine * 0.35 * edge * sky;
        result += fuzz * pow(1.0 - facing, 2.5) * light * mix(base, vec3(1.0), 0.2) * inside;
    }
    out_colour = vec4(result, 1.0);
}
